import Type from 'typebox';
import { loginMethods, type ServiceInfo } from '@mhb-kit/core/gateway';
import { passwordPolicies } from '@mhb-kit/core/identity';
import type { App } from '../app.js';
import { contract } from '../schema.js';

const serviceInfoSchema = contract<ServiceInfo>('ServiceInfo')(
  Type.Object({
    passwordPolicy: Type.Enum(passwordPolicies),
    loginMethods: Type.Array(Type.Enum(loginMethods), {
      description: 'The login methods that the requesting page can use',
    }),
    loginWays: Type.Array(Type.Enum(['direct', 'connect']), {
      description:
        'Whether the requesting page may accept passwords and codes itself (`direct`) or must send people to the gateway (`connect`)',
    }),
    passkeys: Type.Boolean({
      description: 'Whether people can add passkeys, on this page or on another device',
    }),
    registration: Type.Boolean({
      description: 'Whether people can register and reset passwords themselves',
    }),
    representations: Type.Boolean({
      description: 'Whether legal representatives can read the records of the people they represent',
    }),
    healthLinks: Type.Boolean({
      description: 'Whether people can share their records by SMART Health Links',
    }),
    healthLinkRelay: Type.Boolean({
      description: 'Whether the gateway fetches received links on behalf of pages',
    }),
  }),
);

/**
 * @param service returns the features that the gateway offers to pages of an origin; `undefined` stands for the
 * gateway's own pages
 */
export function addService(app: App, service: (origin: string | undefined) => ServiceInfo): void {
  app.get(
    '/v1/service',
    {
      schema: {
        summary: 'What this gateway offers',
        tags: ['service'],
        response: { 200: serviceInfoSchema },
      },
    },
    async (request, reply) => {
      void reply.header('Cache-Control', 'public, max-age=300').header('Vary', 'Origin');
      return service(request.headers.origin);
    },
  );
}
