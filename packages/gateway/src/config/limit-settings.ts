import Type from 'typebox';

/**
 * Defines the settings under `limits`. `docs/reference/limits.md` explains each setting and states its default.
 */

const count = Type.Integer({ minimum: 1 });
const group = { additionalProperties: false };

const network = Type.Object(
  {
    name: Type.String({ minLength: 1 }),
    addresses: Type.Array(Type.String({ minLength: 2 }), { minItems: 1 }),
    callsPerMinute: Type.Optional(count),
    loginsPerMinute: Type.Optional(count),
    failuresPerHour: Type.Optional(count),
  },
  group,
);

export const limitSettings = Type.Object(
  {
    guessesPerDay: Type.Optional(
      Type.Object(
        {
          unknownReaders: Type.Optional(count),
          ownReaders: Type.Optional(count),
          enrolledReaders: Type.Optional(count),
          sessions: Type.Optional(count),
        },
        group,
      ),
    ),
    failuresPerHour: Type.Optional(count),
    readerFailuresPerHour: Type.Optional(count),
    requestsPerDay: Type.Optional(count),
    archivesPerRequest: Type.Optional(count),
    renderingKilobytes: Type.Optional(count),
    streamsPerPerson: Type.Optional(count),
    secondsToSend: Type.Optional(count),
    networks: Type.Optional(Type.Array(network)),
    healthLinks: Type.Optional(
      Type.Object(
        {
          perPerson: Type.Optional(count),
          days: Type.Optional(count),
          kilobytes: Type.Optional(count),
          passcodeAttempts: Type.Optional(count),
          relaysPerMinute: Type.Optional(count),
          relaysAtOnce: Type.Optional(count),
        },
        group,
      ),
    ),
    messagesPerDay: Type.Optional(
      Type.Object(
        {
          unproved: Type.Optional(count),
          codes: Type.Optional(count),
          resets: Type.Optional(count),
          notices: Type.Optional(count),
          person: Type.Optional(count),
          textMessages: Type.Optional(count),
          mails: Type.Optional(count),
        },
        group,
      ),
    ),
  },
  {
    ...group,
    description:
      'Limits for one person, card reader or network; the page about limits explains each of these settings',
  },
);
