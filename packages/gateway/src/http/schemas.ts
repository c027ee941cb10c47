import type { Readable } from 'node:stream';
import Type, { type Static, type TSchema } from 'typebox';
import { errorTexts, type MhbErrorCode } from '@mhb-kit/core/error-messages';
import { MOBILE_PATTERN, TELEPHONE_PATTERN } from '@mhb-kit/core/identity';

/** The shapes on the wire. The contracts in `@mhb-kit/core/gateway` and `…/request` say what each field means. */

/** A reference to a named schema, typed as the contract has it: it stands once in the OpenAPI document. */
export function contract<T>(schema: TSchema & { readonly $id?: string }): Type.TUnsafe<T> {
  return Type.Unsafe<T>({ $ref: `${schema.$id}#` });
}

/** A reference to a named schema. */
export function ref<T extends TSchema>(schema: T): Type.TUnsafe<Static<T>> {
  return contract<Static<T>>(schema);
}

/** A body that is streamed, of a media type of its own. */
export function stream(description: string, mediaType: string) {
  return { description, content: { [mediaType]: { schema: Type.Unsafe<Readable>({ type: 'string' }) } } };
}

const day = (description: string) =>
  Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description, examples: ['2026-03-05'] });
const month = Type.String({ pattern: '^\\d{4}-(?:0[1-9]|1[0-2])$', examples: ['2026-03'] });
const instant = (description: string) => Type.String({ format: 'date-time', description });
const id = Type.String({ format: 'uuid' });

export const problemSchema = Type.Object(
  {
    type: Type.String({ description: 'urn:mhb-kit:problem:<code>' }),
    title: Type.String({ description: 'A sentence for the person, in the language of the request' }),
    status: Type.Integer(),
    code: Type.Enum(Object.keys(errorTexts) as MhbErrorCode[]),
    retriable: Type.Boolean(),
    details: Type.Record(
      Type.String(),
      Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]),
    ),
  },
  { $id: 'Problem', description: 'Problem details (RFC 9457)' },
);

export const challengeSchema = Type.Object(
  { nonce: Type.String({ minLength: 43, maxLength: 128 }), expiresAt: instant('End of its life') },
  { $id: 'Challenge' },
);

/** 256 bits, base64url. */
const exampleToken = 'Qm9va3Mgb2YgaGVhbHRoIGFyZSBmb3IgcGVvcGxlLiE';
/** Of an invented person. */
const exampleReading = {
  nonce: exampleToken,
  cardNumber: '000012345678',
  nationalId: 'A123456789',
  attestation: null,
};

const cardReading = {
  nonce: Type.String({ minLength: 43, maxLength: 128, description: 'A challenge of ours' }),
  cardNumber: Type.String({ pattern: '^\\d{12}$' }),
  nationalId: Type.String({ minLength: 10, maxLength: 10 }),
  attestation: Type.Union([Type.String({ maxLength: 4096 }), Type.Null()]),
};

export const cardReadingSchema = Type.Object(cardReading, {
  $id: 'CardReading',
  additionalProperties: false,
  examples: [exampleReading],
});

const password = Type.String({ minLength: 1, maxLength: 64 });

const nationalId = Type.String({ minLength: 10, maxLength: 10 });

export const credentialsSchema = Type.Union(
  [
    Type.Object(
      { method: Type.Literal('nhi-card'), password, ...cardReading },
      { title: 'NhiCardCredentials', additionalProperties: false },
    ),
    Type.Object(
      {
        method: Type.Literal('certificate'),
        nonce: cardReading.nonce,
        nationalId,
        token: Type.Object(
          {
            format: Type.Literal('tw-cdc:1'),
            algorithm: Type.Enum(['RS256', 'ES256']),
            unverifiedCertificate: Type.String({ maxLength: 10_000, description: 'DER, base64' }),
            signature: Type.String({
              maxLength: 1_024,
              description: 'Over SHA256(origin) || SHA256(nonce), base64',
            }),
            producer: Type.String({ maxLength: 200 }),
            attestation: Type.Optional(
              Type.String({
                maxLength: 2_048,
                description: 'That the bridge filled in the origin; compact JWS',
              }),
            ),
          },
          { additionalProperties: false },
        ),
      },
      { title: 'CertificateCredentials', additionalProperties: false },
    ),
  ],
  { $id: 'LoginCredentials', examples: [{ method: 'nhi-card', password: 'tamsui88', ...exampleReading }] },
);

const code = Type.String({ pattern: '^\\d{6}$' });
const opaque = Type.String({ pattern: '^[\\w-]{43}$' });

export const codeRequestSchema = Type.Object(
  {
    handle: opaque,
    mobile: Type.String({ description: 'Its last three digits' }),
    expiresAt: instant('Until when the code counts'),
  },
  { $id: 'CodeRequest' },
);

export const codeConfirmationSchema = Type.Object(
  {
    handle: opaque,
    code,
    rememberReader: Type.Boolean({ description: 'Whether this card bridge needs no code the next time' }),
  },
  {
    $id: 'CodeConfirmation',
    additionalProperties: false,
    examples: [{ handle: exampleToken, code: '482913', rememberReader: true }],
  },
);

const email = Type.String({ format: 'email', maxLength: 254 });
const telephone = Type.Union([Type.String({ pattern: TELEPHONE_PATTERN }), Type.Null()]);
const mobile = Type.String({ pattern: MOBILE_PATTERN });

export const applicationSchema = Type.Object(
  {
    card: ref(cardReadingSchema),
    name: Type.String({ minLength: 1, maxLength: 60 }),
    householdNumber: Type.String({ minLength: 1, maxLength: 20, description: '戶號' }),
    registeredAddress: Type.String({ minLength: 1, maxLength: 100, description: '戶籍鄉鎮里鄰' }),
    password,
    telephone,
    mobile,
    email,
    alternateEmail: Type.Union([email, Type.Null()]),
  },
  {
    $id: 'RegistrationApplication',
    additionalProperties: false,
    examples: [
      {
        card: exampleReading,
        name: '王曉明',
        householdNumber: 'F1234567',
        registeredAddress: '新北市淡水區民生里三鄰',
        password: 'tamsui88',
        telephone: null,
        mobile: '0912345678',
        email: 'ming@example.tw',
        alternateEmail: null,
      },
    ],
  },
);

/** Typed by people as well: whatever is wrong with it is `ticket-invalid`. */
const ticket = Type.String({ minLength: 1, maxLength: 64 });

export const ticketSchema = Type.Object(
  { ticket },
  { $id: 'RegistrationTicket', additionalProperties: false, examples: [{ ticket: exampleToken }] },
);

export const openedApplicationSchema = Type.Object(
  {
    person: Type.Object({ nationalId: Type.String(), name: Type.String() }),
    mobile: Type.String({ description: 'Its last three digits' }),
    codeExpiresAt: instant('Until when the code counts'),
  },
  { $id: 'OpenedApplication' },
);

export const confirmationSchema = Type.Object(
  { ticket, code, card: ref(cardReadingSchema) },
  {
    $id: 'RegistrationConfirmation',
    additionalProperties: false,
    examples: [{ ticket: exampleToken, code: '482913', card: exampleReading }],
  },
);

export const passwordChoiceSchema = Type.Object(
  { card: ref(cardReadingSchema), oneTimePassword: password, newPassword: password },
  {
    $id: 'PasswordChoice',
    additionalProperties: false,
    examples: [{ card: exampleReading, oneTimePassword: 'k7Qm2xPz', newPassword: 'jiufen77' }],
  },
);

const assurance = Type.Enum(['card-read', 'card-read-confirmed', 'card-read-enrolled', 'certificate']);
const scope = Type.Enum(['requests', 'archives', 'activity', 'account']);
const nullableText = (description: string) => Type.Union([Type.String({ description }), Type.Null()]);

export const serviceSchema = Type.Object(
  {
    passwordPolicy: Type.Enum(['nhi-legacy', 'asvs']),
    loginMethods: Type.Array(Type.Enum(['nhi-card', 'certificate'])),
    registration: Type.Boolean({
      description: 'Whether people register and replace passwords by themselves',
    }),
  },
  { $id: 'ServiceInfo' },
);

export const sessionListSchema = Type.Object(
  {
    sessions: Type.Array(
      Type.Object({
        id,
        current: Type.Boolean(),
        assurance,
        embedder: nullableText('Name of the website; null: our own pages'),
        openedAt: instant('When it was opened'),
        lastUsedAt: instant('When it was used last, to the half minute'),
      }),
    ),
  },
  { $id: 'SessionList' },
);

export const accountDetailsSchema = Type.Object(
  {
    person: Type.Object({ nationalId: Type.String(), name: Type.String() }),
    telephone: nullableText('In part'),
    mobile: nullableText('In part'),
    email: nullableText('In part'),
    alternateEmail: nullableText('In part'),
    pendingMobile: nullableText('Waits for the code that was sent to it'),
    pendingEmail: nullableText('Waits for its confirmation'),
    pendingAlternateEmail: nullableText('Waits for its confirmation'),
    certificate: Type.Boolean({
      description: 'Whether a Citizen Digital Certificate belongs to the account',
    }),
  },
  { $id: 'AccountDetails' },
);

export const contactChangeSchema = Type.Object(
  {
    currentPassword: password,
    telephone: Type.Optional(telephone),
    mobile: Type.Optional(mobile),
    email: Type.Optional(email),
    alternateEmail: Type.Optional(Type.Union([email, Type.Null()])),
  },
  {
    $id: 'ContactChange',
    additionalProperties: false,
    examples: [{ currentPassword: 'tamsui88', email: 'ming@example.tw' }],
  },
);

export const mobileConfirmationSchema = Type.Object(
  { code },
  { $id: 'MobileConfirmation', additionalProperties: false, examples: [{ code: '482913' }] },
);

export const passwordChangeSchema = Type.Object(
  { currentPassword: password, newPassword: password },
  {
    $id: 'PasswordChange',
    additionalProperties: false,
    examples: [{ currentPassword: 'tamsui88', newPassword: 'jiufen77' }],
  },
);

export const activityQuery = Type.Object(
  { before: Type.Optional(Type.String({ format: 'date-time' })) },
  { additionalProperties: false },
);

export const activityPageSchema = Type.Object(
  {
    entries: Type.Array(
      Type.Object({
        action: Type.String({ examples: ['archive.download'] }),
        subject: nullableText('Id of the request or archive'),
        actor: Type.Enum(['person', 'service']),
        embedder: nullableText('Name of the website'),
        assurance: Type.Union([assurance, Type.Null()]),
        firstAt: instant('The first time'),
        lastAt: instant('The last time'),
        times: Type.Integer({ minimum: 1 }),
      }),
    ),
    before: Type.Union([instant('For the next page'), Type.Null()]),
  },
  { $id: 'ActivityPage' },
);

export const sessionSchema = Type.Object(
  {
    id,
    person: Type.Object({
      nationalId: Type.String({ examples: ['A12345****'] }),
      name: Type.String({ examples: ['王○明'] }),
    }),
    assurance,
    scopes: Type.Array(scope),
    expiresAt: instant('When the session ends if nothing more happens'),
  },
  { $id: 'Session' },
);

export const openedSessionSchema = Type.Object(
  {
    session: ref(sessionSchema),
    accessToken: Type.String({ description: 'Opaque, bound to the key of the proof' }),
    tokenType: Type.Literal('DPoP'),
  },
  { $id: 'OpenedSession' },
);

export const authorizationSchema = Type.Object(
  {
    query: Type.String({ maxLength: 2_048, description: 'Query of the authorization request, as it came' }),
  },
  {
    $id: 'ConnectAuthorization',
    additionalProperties: false,
    examples: [{ query: 'response_type=code&client_id=portal&state=…' }],
  },
);

export const connectAnswerSchema = Type.Object(
  { location: Type.String({ description: 'Where to send the browser' }) },
  { $id: 'ConnectAnswer' },
);

export const codeRedemptionSchema = Type.Object(
  {
    clientId: Type.String({ maxLength: 64 }),
    redirectUri: Type.String({ maxLength: 2_048 }),
    code: opaque,
    codeVerifier: Type.String({ pattern: '^[\\w.~-]{43,128}$' }),
  },
  {
    $id: 'CodeRedemption',
    additionalProperties: false,
    examples: [
      {
        clientId: 'portal',
        redirectUri: 'https://portal.example.tw/mhb-callback.html',
        code: exampleToken,
        codeVerifier: exampleToken,
      },
    ],
  },
);

const label = Type.Object({ 'zh-Hant': Type.String(), en: Type.String() });

export const categorySchema = Type.Object(
  {
    id: Type.String(),
    class: Type.Enum(['billing', 'payment', 'medical']),
    label,
    monthly: Type.Boolean(),
    window: Type.Object({
      kind: Type.Enum(['card-status', 'published-months', 'year-before', 'months-before', 'since', 'all']),
      lagDays: Type.Optional(Type.Integer()),
      years: Type.Optional(Type.Integer()),
      date: Type.Optional(day('First day')),
    }),
    sections: Type.Array(Type.String()),
  },
  { $id: 'Category' },
);

export const catalogueSchema = Type.Object(
  { categories: Type.Array(ref(categorySchema)) },
  { $id: 'Catalogue' },
);

export const dataRequestSchema = Type.Object(
  {
    id,
    status: Type.Enum(['accepted', 'in-progress', 'completed', 'failed', 'expired']),
    progress: Type.Number({ minimum: 0, maximum: 1 }),
    requestedAt: instant('When the request was made'),
    requestedOn: day('Taipei day of the request'),
    availableUntil: day('Last day of download, until 23:59:59 Asia/Taipei'),
    sections: Type.Array(
      Type.Object({
        category: Type.String(),
        status: Type.Enum(['pending', 'available', 'no-data', 'failed']),
        window: Type.Union([
          Type.Object({ start: day('First day'), end: day('Last day, included') }),
          Type.Null(),
        ]),
        recordCount: Type.Integer({ minimum: 0 }),
        months: Type.Array(month),
      }),
    ),
  },
  { $id: 'DataRequest' },
);

export const requestListSchema = Type.Object(
  { requests: Type.Array(ref(dataRequestSchema)) },
  { $id: 'DataRequestList' },
);

export const selectionSchema = Type.Object(
  {
    selection: Type.Array(
      Type.Object(
        {
          category: Type.String({ maxLength: 64 }),
          months: Type.Optional(Type.Array(month, { maxItems: 60 })),
        },
        { additionalProperties: false },
      ),
      { maxItems: 100 },
    ),
  },
  {
    $id: 'ArchiveSelection',
    additionalProperties: false,
    examples: [{ selection: [{ category: 'outpatient', months: ['2026-02'] }, { category: 'allergy' }] }],
  },
);

export const archiveSchema = Type.Object(
  {
    id,
    requestId: id,
    fileName: Type.String({ examples: ['健康存摺_1040527.zip'] }),
    byteLength: Type.Integer({ minimum: 0 }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    expiresAt: instant('From then on the archive is gone'),
  },
  { $id: 'SealedArchive' },
);

const mark = Type.Optional(Type.Literal(true));

export const contentInlineSchema = Type.Union(
  [
    Type.Object({
      kind: Type.Literal('text'),
      text: Type.String(),
      strong: mark,
      emphasis: mark,
      code: mark,
    }),
    Type.Object({
      kind: Type.Literal('link'),
      href: Type.String({ description: 'https:, http:, mailto: or tel:' }),
      content: Type.Array(Type.Unsafe({ $ref: 'ContentInline#' })),
    }),
    Type.Object({ kind: Type.Literal('break') }),
  ],
  { $id: 'ContentInline' },
);

const inlines = Type.Array(ref(contentInlineSchema));
const innerBlocks = Type.Array(Type.Unsafe({ $ref: 'ContentBlock#' }));

export const contentBlockSchema = Type.Union(
  [
    Type.Object({ kind: Type.Literal('heading'), level: Type.Integer(), content: inlines }),
    Type.Object({ kind: Type.Literal('paragraph'), content: inlines }),
    Type.Object({ kind: Type.Literal('list'), ordered: Type.Boolean(), items: Type.Array(innerBlocks) }),
    Type.Object({ kind: Type.Literal('quote'), blocks: innerBlocks }),
  ],
  { $id: 'ContentBlock' },
);

const contentText = Type.Object({
  language: Type.Enum(['zh-Hant', 'en']),
  title: Type.String(),
  blocks: Type.Array(ref(contentBlockSchema)),
});

export const localizedTextSchema = Type.Object(
  { 'zh-Hant': contentText, en: contentText },
  { $id: 'LocalizedText' },
);

export const operatorContentSchema = Type.Object(
  {
    announcements: Type.Array(
      Type.Object({
        id: Type.String(),
        publishedOn: day('First day of display'),
        until: Type.Union([day('Last day of display'), Type.Null()]),
        important: Type.Boolean(),
        text: ref(localizedTextSchema),
      }),
    ),
    pages: Type.Record(Type.String(), ref(localizedTextSchema)),
  },
  { $id: 'OperatorContent' },
);

export const keySetSchema = Type.Object(
  {
    keys: Type.Array(
      Type.Object({
        kty: Type.Literal('EC'),
        crv: Type.Literal('P-256'),
        x: Type.String(),
        y: Type.String(),
        kid: Type.String({ description: 'RFC 7638 thumbprint' }),
        use: Type.Literal('sig'),
        alg: Type.Literal('ES256'),
      }),
    ),
  },
  { $id: 'JsonWebKeySet' },
);

export const idParameters = Type.Object({ id });

export const proofHeaders = Type.Object({
  dpop: Type.Optional(
    Type.String({ maxLength: 4096, description: 'Proof of possession (RFC 9449), ES256, with our nonce' }),
  ),
});

/** Every schema with a name. */
export const namedSchemas = [
  problemSchema,
  challengeSchema,
  cardReadingSchema,
  credentialsSchema,
  codeRequestSchema,
  codeConfirmationSchema,
  serviceSchema,
  sessionListSchema,
  accountDetailsSchema,
  contactChangeSchema,
  mobileConfirmationSchema,
  passwordChangeSchema,
  activityPageSchema,
  authorizationSchema,
  connectAnswerSchema,
  codeRedemptionSchema,
  applicationSchema,
  ticketSchema,
  openedApplicationSchema,
  confirmationSchema,
  passwordChoiceSchema,
  sessionSchema,
  openedSessionSchema,
  categorySchema,
  catalogueSchema,
  dataRequestSchema,
  requestListSchema,
  selectionSchema,
  archiveSchema,
  contentInlineSchema,
  contentBlockSchema,
  localizedTextSchema,
  operatorContentSchema,
  keySetSchema,
] as const;
