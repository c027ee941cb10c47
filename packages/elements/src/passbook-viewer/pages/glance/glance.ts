import type {
  CheckupFinding,
  CurrentResult,
  Glance,
  GlanceCard,
  LaboratorySeries,
  Medication,
  Movement,
  Problem,
} from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import {
  positionBadge,
  rangeText,
  seriesName,
  seriesTerm,
  unitMarkExplained,
  valueText,
} from '../../parts/result-words.js';
import { coded, day, named, type Shown } from '../../parts/shown.js';
import { word, wordList } from '../../parts/term.js';
import { conflictWarnings } from '../allergies/allergies.js';
import type { AllergiesWords } from '../allergies/allergies.strings.js';
import { pageOfSeries } from '../laboratory/laboratory.js';
import type { LaboratoryWords } from '../laboratory/laboratory.strings.js';
import { duplicateWarnings, kindOfDrug } from '../medications/medications.js';
import type { MedicationsWords } from '../medications/medications.strings.js';
import type { OverviewWords } from '../overview/overview.strings.js';
import { page, uncounted, type PageContext } from '../page.js';
import { followUpList } from '../prevention/prevention.js';
import type { PreventionWords } from '../prevention/prevention.strings.js';
import { programmeTerm } from '../programmes/programmes.js';
import type { VisitsWords } from '../visits/visits.strings.js';
import { glanceStyles } from './glance.styles.js';
import { glanceWords, type GlanceWords } from './glance.strings.js';
import { datesList } from './next-dates.js';

type Used = GlanceWords &
  AllergiesWords &
  LaboratoryWords &
  MedicationsWords &
  OverviewWords &
  PreventionWords &
  VisitsWords;

/** The data that is needed to render a card, and to link it to the records on which it is based. */
interface CardContext {
  readonly page: PageContext;
  readonly shown: Shown<Used>;
  /** Opens the trend of a test. */
  readonly openSeries: (series: LaboratorySeries) => void;
}

type CardOf<Kind extends GlanceCard['kind']> = Extract<GlanceCard, { readonly kind: Kind }>;

/**
 * The maximum number of lines that each list on a first screen shows. For longer lists, the number of remaining
 * lines is shown.
 */
const MOST = { drugs: 8, outside: 5, problems: 6, stays: 3, organizations: 3 } as const;

/** For each kind of card, its title, its content, and the page on which the card is based. */
const cards: {
  readonly [Kind in GlanceCard['kind']]: {
    readonly title: (strings: GlanceWords) => string;
    readonly rests: string;
    readonly draw: (card: CardOf<Kind>, context: CardContext) => TemplateResult;
  };
} = {
  'follow-up': { title: ({ glanceFollowUp }) => glanceFollowUp, rests: 'prevention', draw: followUp },
  medications: { title: ({ glanceMedications }) => glanceMedications, rests: 'medications', draw: drugs },
  allergies: { title: ({ glanceAllergies }) => glanceAllergies, rests: 'allergies', draw: allergies },
  measured: { title: ({ glanceMeasured }) => glanceMeasured, rests: 'laboratory', draw: measured },
  problems: { title: ({ glanceProblems }) => glanceProblems, rests: 'visits', draw: problems },
  next: { title: ({ glanceNext }) => glanceNext, rests: 'prevention', draw: next },
  visits: { title: ({ glanceVisits }) => glanceVisits, rests: 'visits', draw: visits },
  money: { title: ({ glanceMoney }) => glanceMoney, rests: 'timeline', draw: money },
};

function glance({ appliedOn, cards: list }: Glance, context: CardContext): TemplateResult {
  const { strings } = context.shown;
  return html`<div class="glance">${list.map((each) => card(each, context))}</div>
    ${
      appliedOn === null
        ? nothing
        : html`<p class="quiet">${strings.glanceAppliedOn(context.shown.date(appliedOn))}</p>`
    }`;
}

function card(each: GlanceCard, context: CardContext): TemplateResult {
  const { title, rests, draw } = cards[each.kind];
  const { strings } = context.shown;
  const heading = title(strings);
  return html`<section class="card ${each.kind === 'follow-up' ? 'urgent' : ''}" aria-label=${heading}>
    <div class="title">
      <h4>${heading}</h4>
      <button
        type="button"
        class="link"
        aria-label="${strings.seeMore}: ${heading}"
        @click=${() => {
          context.page.go(restsOn(each, rests), each.kind === 'money' ? { filter: yearOnly(each.year) } : {});
        }}
      >
        ${strings.seeMore}
      </button>
    </div>
    ${(draw as (card: GlanceCard, context: CardContext) => TemplateResult)(each, context)}
  </section>`;
}

const yearOnly = (year: string) => ({ kind: '', organization: '', from: year, to: year }) as const;

/**
 * Returns the page to which a card links. If a card has several kinds of items, this is the page of the first
 * kind.
 */
function restsOn(each: GlanceCard, usual: string): string {
  if (each.kind !== 'follow-up' || each.screenings.length + each.findings.length > 0) return usual;
  return each.conflicts.length > 0 ? 'allergies' : 'medications';
}

function followUp(
  { screenings, conflicts, duplicates, findings }: CardOf<'follow-up'>,
  { shown }: CardContext,
): TemplateResult {
  return html`${screenings.length === 0 ? nothing : followUpList(screenings, shown)}
  ${conflictWarnings(conflicts, shown)} ${duplicateWarnings(duplicates, shown)}
  ${
    findings.length === 0
      ? nothing
      : html`<ul>
          ${findings.map((each) => finding(each, shown))}
        </ul>`
  }`;
}

const finding = ({ label, text, on }: CheckupFinding, shown: Shown<Used>): TemplateResult =>
  html`<li>
    ${shown.strings.checkupFinding(shown.label(label), text ?? shown.strings.abnormal)}
    <small class="quiet">${day(on, shown)}</small>
  </li>`;

function drugs(
  { inUse, runningOut, undecided }: CardOf<'medications'>,
  { shown }: CardContext,
): TemplateResult {
  const { strings } = shown;
  return html`${
      inUse.length === 0
        ? html`<p><strong>${strings.currentNone}</strong></p>`
        : html`<ul>
            ${inUse.slice(0, MOST.drugs).map((each) => drugLine(each, runningOut.includes(each), shown))}
          </ul>`
    }
    ${inUse.length > MOST.drugs ? html`<p>${strings.moreDrugs(inUse.length - MOST.drugs)}</p>` : nothing}
    ${undecided === 0 ? nothing : html`<p>${strings.undecidedMore(undecided)}</p>`}
    <p class="quiet">${strings.currentRests}</p>`;
}

function drugLine(drug: Medication, runsOut: boolean, shown: Shown<Used>): TemplateResult {
  const { strings } = shown;
  const kind = kindOfDrug(drug, shown);
  return html`<li>
    <strong>${named(drug, 'drug', shown)}</strong>
    ${kind === '' ? nothing : html`${kind}`}
    ${drug.runsOutOn === null ? nothing : strings.drugLasts(drug.daysLeft, shown.date(drug.runsOutOn))}
    ${runsOut ? html`<span class="warn">${strings.collectNow}</span>` : nothing}
  </li>`;
}

function allergies(
  { allergies: list, statements }: CardOf<'allergies'>,
  { shown }: CardContext,
): TemplateResult {
  const { strings } = shown;
  if (list.length === 0)
    return html`<p>
      <strong>${statements.length === 0 ? strings.allergyNone : strings.allergyNoItem}</strong>
    </p>`;
  return html`<ul>
    ${list.map(
      ({ substance, severity, manifestations, note }) =>
        html`<li>
          <strong>${strings.allergicTo(substance ?? '—')}</strong>
          ${severity === null ? nothing : word(severity, shown)}
          ${manifestations.length === 0 ? note : wordList(manifestations, shown)}
        </li>`,
    )}
  </ul>`;
}

function measured(
  { movements, outside, undecided }: CardOf<'measured'>,
  context: CardContext,
): TemplateResult {
  const { strings } = context.shown;
  return html`<ul>
      ${movements.map((each) => movement(each, context))}
    </ul>
    ${
      outside.length === 0
        ? nothing
        : html`<p>${strings.alsoOutside(outside.length)}</p>
            <ul>
              ${outside.slice(0, MOST.outside).map((each) => outsideLine(each, context))}
            </ul>`
    }
    ${undecided === 0 ? nothing : html`<p class="quiet">${strings.notJudged(undecided)}</p>`}
    ${unitMarkExplained([...movements.map(({ latest }) => latest), ...outside.map(({ point }) => point)], context.shown)}`;
}

/** Renders a sentence about the current value, the previous value, and the usual range. */
function movement(
  { series, latest, before, direction, programme }: Movement,
  context: CardContext,
): TemplateResult {
  const { shown } = context;
  const { strings } = shown;
  const range = rangeText(latest);
  const parts = [
    before === null || direction === null
      ? null
      : strings.movedFrom[direction](before.value ?? '—', shown.date(before.date)),
    range === '—' ? null : strings.ownRange(range),
    strings.measuredOn(shown.date(latest.date)),
    programme === null ? null : strings.followedByProgramme,
  ].filter((part) => part !== null);
  return html`<li>
    ${trendButton(series, context)}<strong>${seriesTerm(series, shown)}</strong> ${valueText(latest, shown)}
    ${positionBadge(latest, shown)} ${strings.sentence(parts)}
  </li>`;
}

function outsideLine({ series, point }: CurrentResult, context: CardContext): TemplateResult {
  const { shown } = context;
  return html`<li>
    ${trendButton(series, context)}<strong>${seriesTerm(series, shown)}</strong> ${valueText(point, shown)}
    ${positionBadge(point, shown)}
    ${shown.strings.sentence([shown.strings.ownRange(rangeText(point)), shown.strings.measuredOn(shown.date(point.date))])}
  </li>`;
}

const trendButton = (series: LaboratorySeries, { shown, openSeries }: CardContext): TemplateResult =>
  html`<button
    type="button"
    class="link raw"
    aria-label="${shown.strings.showTrend}: ${seriesName(series, shown)}"
    @click=${() => {
      openSeries(series);
    }}
  >
    ${shown.strings.showTrend}
  </button>`;

function problems(
  { problems: list, programmes, stays }: CardOf<'problems'>,
  { shown }: CardContext,
): TemplateResult {
  const { strings } = shown;
  return html`${
      list.length === 0
        ? html`<p>${strings.noProblems}</p>`
        : html`<ul>
            ${list.slice(0, MOST.problems).map((each) => problem(each, shown))}
          </ul>`
    }
    <ul>
      ${programmes.map(
        (each) =>
          html`<li>
            ${strings.inProgramme}: <strong>${programmeTerm(each, shown)}</strong> ${each.organization}
          </li>`,
      )}
      ${stays.slice(0, MOST.stays).map(
        ({ date, serviceProvider, diagnoses, procedures, class: kind }) =>
          html`<li>
            ${day(date, shown)} ${serviceProvider.name} ${strings.timelineKinds[kind]}
            <strong
              >${(procedures.length === 0 ? diagnoses.slice(0, 1) : procedures.slice(0, 2)).map((each, index) => html`${index === 0 ? nothing : '、'}${coded(each, procedures.length === 0 ? 'diagnosis' : 'order', shown)}`)}</strong
            >
          </li>`,
      )}
    </ul>
    ${list.length === 0 ? nothing : html`<p class="quiet">${strings.problemsRest}</p>`}`;
}

const problem = ({ diagnosis, visits: count, lastOn }: Problem, shown: Shown<Used>): TemplateResult =>
  html`<li>
    <strong>${coded(diagnosis, 'diagnosis', shown, lastOn)}</strong>
    ${shown.strings.treatedFor(count, shown.date(lastOn))}
  </li>`;

function next({ dates }: CardOf<'next'>, { page: { save }, shown }: CardContext): TemplateResult {
  return datesList(dates, save, shown);
}

function visits({ encounters }: CardOf<'visits'>, { shown }: CardContext): TemplateResult {
  return html`<ul>
    ${encounters.map(
      ({ date, serviceProvider, diagnoses, class: kind }) =>
        html`<li>
          ${day(date, shown)}
          <strong>${serviceProvider.name ?? '—'}</strong> ${shown.strings.timelineKinds[kind]}
          ${diagnoses[0] === undefined ? nothing : coded(diagnoses[0], 'diagnosis', shown, date)}
        </li>`,
    )}
  </ul>`;
}

function money(
  { year, now, before, byOrganization }: CardOf<'money'>,
  { shown }: CardContext,
): TemplateResult {
  const { strings } = shown;
  const amount = (copayment: number): string => strings.dollars(copayment.toLocaleString(shown.dates.tag));
  return html`<p><strong>${strings.spent(shown.year(year), amount(now.copayment), now.visits)}</strong></p>
    ${
      byOrganization.length < 2
        ? nothing
        : html`<ul>
            ${byOrganization
              .slice(0, MOST.organizations)
              .map(
                ({ organization: { name, code }, copayment }) =>
                  html`<li>${name ?? code ?? '—'} ${amount(copayment)}</li>`,
              )}
          </ul>`
    }
    ${before.visits === 0 ? nothing : html`<p>${strings.spent(shown.year(String(Number(year) - 1)), amount(before.copayment), before.visits)}</p>`}
    <p class="quiet">${strings.moneyRest}</p>`;
}

export const glancePage = page({
  id: 'glance',
  words: glanceWords,
  styles: glanceStyles,
  count: uncounted,
  load: ({ views }) => views.glance,
  render: (content, context, shown: Shown<Used>) =>
    glance(content, {
      page: context,
      shown,
      openSeries: ({ id }) => {
        context.data.withLists(({ series }) => {
          context.go('laboratory', { openedSeries: [id], page: pageOfSeries(series, id) });
        });
      },
    }),
});
