import { describeError, type ErrorText } from '@mhb-kit/core/error-messages';
import { toMhbError } from '@mhb-kit/core/error';
import { formatRoc } from '@mhb-kit/core/identity';
import { listAllergies, listMedications, type Passbook } from '@mhb-kit/core/passbook';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { confirm, fetchPassbook, leave, logIn, type Login } from './passbook.js';

/** 藥袋小幫手: which drugs do I take, until when, and which must I not take? Only the SDK, no component. */

type Step =
  | { readonly at: 'login' }
  | { readonly at: 'code'; readonly login: Login }
  | { readonly at: 'fetching'; readonly progress: number }
  | { readonly at: 'passbook'; readonly passbook: Passbook };

function App() {
  const [step, setStep] = useState<Step>({ at: 'login' });
  const [failure, setFailure] = useState<ErrorText>();

  /** Runs an operation; an error is shown as text, and the person can start again. */
  const run = async (work: () => Promise<void>): Promise<void> => {
    setFailure(undefined);
    try {
      await work();
    } catch (error) {
      setFailure(describeError(toMhbError(error).code, 'zh-Hant'));
      setStep({ at: 'login' });
    }
  };
  const show = async ({ nationalId }: Login): Promise<void> => {
    setStep({ at: 'fetching', progress: 0 });
    const passbook = await fetchPassbook(nationalId, (progress) => {
      setStep({ at: 'fetching', progress });
    });
    setStep({ at: 'passbook', passbook });
  };

  return (
    <>
      <h1>藥袋小幫手</h1>
      {failure && (
        <p role="alert">
          <strong>{failure.message}</strong> {failure.remedy}
        </p>
      )}
      {step.at === 'login' && (
        <Question
          label="健保卡網路服務註冊密碼"
          name="password"
          onAnswer={(password) =>
            run(async () => {
              const login = await logIn(password);
              if (login.codeRequest === null) await show(login);
              else setStep({ at: 'code', login });
            })
          }
        />
      )}
      {step.at === 'code' && (
        <Question
          label={`簡訊驗證碼（手機末三碼 ${step.login.codeRequest?.mobile ?? ''}）`}
          name="code"
          onAnswer={(code) =>
            run(async () => {
              if (step.login.codeRequest !== null) await confirm(step.login.codeRequest, code);
              await show(step.login);
            })
          }
        />
      )}
      {step.at === 'fetching' && (
        <p role="status">
          資料處理中 <progress value={step.progress} />
        </p>
      )}
      {step.at === 'passbook' && (
        <Medicines
          passbook={step.passbook}
          onLeave={() => {
            setStep({ at: 'login' });
            void run(leave);
          }}
        />
      )}
    </>
  );
}

interface QuestionProps {
  readonly label: string;
  readonly name: 'password' | 'code';
  readonly onAnswer: (answer: string) => Promise<void>;
}

function Question({ label, name, onAnswer }: QuestionProps) {
  const [busy, setBusy] = useState(false);
  const answer = async (form: FormData) => {
    setBusy(true);
    await onAnswer(String(form.get(name)));
    setBusy(false);
  };
  return (
    <form action={answer}>
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        type={name === 'password' ? name : 'text'}
        autoComplete={name === 'password' ? 'current-password' : 'one-time-code'}
        required
      />
      <button disabled={busy}>{busy ? '讀取健保卡中…' : '插入健保卡後，按這裡登入'}</button>
    </form>
  );
}

function Medicines({ passbook, onLeave }: { readonly passbook: Passbook; readonly onLeave: () => void }) {
  const { current } = listMedications(passbook);
  return (
    <>
      <h2>過敏</h2>
      <ul className="allergies">
        {listAllergies(passbook).map(({ substance, manifestations }) => (
          <li key={substance}>
            <strong>{substance}</strong> {manifestations.join('、')}
          </li>
        ))}
      </ul>
      <h2>現在的用藥</h2>
      <ul>
        {current.map(({ code, display, daysLeft, runsOutOn }) => (
          <li key={code ?? display}>
            <strong>{display}</strong> 還有 {daysLeft} 天{' '}
            {runsOutOn && <small>到 {formatRoc(runsOutOn)}</small>}
          </li>
        ))}
      </ul>
      <button onClick={onLeave}>登出</button>
      <small>這是用院所向健保署申報的資料整理的，不是病歷。</small>
    </>
  );
}

createRoot(document.querySelector('main') ?? document.body).render(<App />);
