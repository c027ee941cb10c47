/**
 * Entry point of the PKCS#11 process. The module is native code from another company, chosen by the operator,
 * and its calls block. This process handles one call; when it ends, the PIN no longer exists in memory.
 */
import { createHash, X509Certificate } from 'node:crypto';
import graphene from 'graphene-pk11';
import type { ModuleRequest, ModuleResponse, PinState, SigningCertificate } from './process-protocol.js';

const { KeyType, MechanismEnum, Module, ObjectClass, TokenFlag } = graphene;
type Slot = graphene.Slot;
type Session = graphene.Session;

/** CKR_TOKEN_NOT_PRESENT */
const TOKEN_NOT_PRESENT = 0xe0;
/** CKR_KEY_HANDLE_INVALID: the card has the certificate but not its private key. */
const NO_KEY = 0x60;

function pinState(flags: number): PinState {
  if ((flags & TokenFlag.USER_PIN_LOCKED) !== 0) return 'locked';
  if ((flags & TokenFlag.USER_PIN_FINAL_TRY) !== 0) return 'final';
  return (flags & TokenFlag.USER_PIN_COUNT_LOW) !== 0 ? 'low' : 'ok';
}

/**
 * Finds the certificates that can be used for signing. These do not belong to an authority and have the right
 * key usage. (Of MOICA's two certificates, this is the first.)
 */
function signingCertificates(session: Session) {
  const found: { id: Buffer; der: Buffer }[] = [];
  const objects = session.find({ class: ObjectClass.CERTIFICATE });
  for (let index = 0; index < objects.length; index++) {
    const { id, value } = objects.items(index).getAttribute({ id: null, value: null });
    if (!Buffer.isBuffer(value) || !Buffer.isBuffer(id)) continue;
    const certificate = new X509Certificate(value);
    if (!certificate.ca && signs(certificate)) found.push({ id, der: value });
  }
  return found;
}

/** Checks whether the first bit of the key usage extension (2.5.29.15), digitalSignature, is set. */
function signs(certificate: X509Certificate): boolean {
  const der = certificate.raw;
  const at = der.indexOf(Buffer.from([0x06, 0x03, 0x55, 0x1d, 0x0f]));
  if (at < 0) return true;
  const bits = der.indexOf(Buffer.from([0x03, 0x02]), at);
  return bits > 0 && ((der[bits + 3] ?? 0) & 0x80) !== 0;
}

/** Returns the slots that contain an initialized token. Opening any other slot fails. */
function usableSlots(module: graphene.Module): Slot[] {
  const slots = module.getSlots(true);
  return Array.from({ length: slots.length }, (_, index) => slots.items(index)).filter(
    (slot) => (slot.getToken().flags & TokenFlag.TOKEN_INITIALIZED) !== 0,
  );
}

const inspect = (slots: readonly Slot[]): readonly SigningCertificate[] =>
  slots.flatMap((slot) => {
    const session = slot.open();
    const pin = pinState(slot.getToken().flags);
    const reader = slot.slotDescription.trim();
    const found = signingCertificates(session).map(({ der }) => ({ reader, certificate: der, pin }));
    session.close();
    return found;
  });

function sign(
  slots: readonly Slot[],
  { certificate, pin, data }: Extract<ModuleRequest, { op: 'sign' }>,
): ModuleResponse {
  for (const slot of slots) {
    const session = slot.open();
    const own = signingCertificates(session).find(({ der }) => der.equals(certificate));
    if (own === undefined) continue;
    try {
      session.login(pin);
      const keys = session.find({ class: ObjectClass.PRIVATE_KEY, id: own.id });
      if (keys.length === 0) return { returnValue: NO_KEY, pin: null };
      const key = keys.items(0).toType<graphene.PrivateKey>();
      const ecdsa = key.type === KeyType.EC;
      // For ECDSA, compute the hash here, because few modules can. For RSA, all modules can.
      const signature = ecdsa
        ? session.createSign(MechanismEnum.ECDSA, key).once(createHash('sha256').update(data).digest())
        : session.createSign(MechanismEnum.SHA256_RSA_PKCS, key).once(Buffer.from(data));
      session.logout();
      return { signed: { algorithm: ecdsa ? 'ES256' : 'RS256', signature } };
    } catch (error) {
      return { returnValue: returnValueOf(error), pin: pinState(slot.getToken().flags) };
    }
  }
  return { returnValue: TOKEN_NOT_PRESENT, pin: null };
}

const returnValueOf = (error: unknown): number | null => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'number' ? code : null;
};

function answer(request: ModuleRequest): ModuleResponse {
  try {
    const module = Module.load(request.module, 'card');
    module.initialize();
    try {
      const slots = usableSlots(module);
      return request.op === 'inspect' ? { certificates: inspect(slots) } : sign(slots, request);
    } finally {
      module.finalize();
    }
  } catch (error) {
    return { returnValue: returnValueOf(error), pin: null };
  }
}

process.once('message', (request: ModuleRequest) => {
  process.send?.(answer(request), () => {
    process.exit();
  });
});
process.on('disconnect', () => {
  process.exit();
});
process.on('SIGINT', () => undefined);
