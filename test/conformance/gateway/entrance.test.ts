import { createDevelopmentOutbox } from '@mhb-kit/gateway';
import { afterEach, describe, expect, it } from 'vitest';
import { tryPublicUrl } from '../../../packages/gateway/src/operation/examine-services.js';
import { everybody, startTestGateway, type TestGateway } from './support.js';

/** The page for people who type a gateway's address. */

const OWN_PAGES = ['/account', '/registration', '/password-reset', '/account-recovery', '/environment-check'];

describe('the address of the gateway itself', () => {
  let test: TestGateway;
  afterEach(() => test.dispose());
  const open = async (language: string): Promise<{ headers: Headers; text: string }> => {
    const response = await fetch(`${test.gateway.url}/`, { headers: { 'Accept-Language': language } });
    expect(response.status).toBe(200);
    return { headers: response.headers, text: await response.text() };
  };
  const addressesIn = (text: string): readonly string[] => [
    ...new Set([...text.matchAll(/<a href="([^"]*)"/g)].map(([, address]) => address!)),
  ];

  it('says in both languages what it is and leads to its pages, under the policy of these', async () => {
    test = await startTestGateway({
      registration: { sender: createDevelopmentOutbox(), register: everybody },
    });
    const { headers, text } = await open('fr');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-language')).toBe('zh-Hant, en');
    const account = await fetch(`${test.gateway.url}/account`);
    for (const name of [
      'content-security-policy',
      'cross-origin-opener-policy',
      'x-frame-options',
      'cache-control',
    ])
      expect(headers.get(name), name).toBe(account.headers.get(name));
    expect(text).toContain('<html lang="zh-Hant">');
    expect(text).toMatch(
      /<section lang="zh-Hant">[^]*這裡是健康存摺服務[^]*<section lang="en">[^]*This is the service/,
    );
    expect(addressesIn(text)).toEqual([...OWN_PAGES, '/v1/docs']);
    for (const address of addressesIn(text))
      expect((await fetch(test.gateway.url + address)).status, address).toBe(200);
    expect((await open('en')).text).toBe(text);
  });

  it('reveals nothing of the installation and needs no script', async () => {
    test = await startTestGateway();
    const { text } = await open('zh-TW');
    expect(text).not.toMatch(/<script|\d+\.\d+\.\d+|fastify|node|postgres/i);
  });

  it('offers only what there is', async () => {
    test = await startTestGateway();
    const { text } = await open('zh-TW');
    expect(addressesIn(text)).toEqual(['/environment-check', '/v1/docs']);
    expect(text).toContain('這裡不能管理帳號');
    // `doctor` tries this address as the public address.
    expect(await tryPublicUrl(test.gateway.url)).toMatch(/answers with 200$/);
  });

  it('leads to no page that lacks its components', async () => {
    test = await startTestGateway({ elementsFolder: '/nonexistent' });
    const { text } = await open('zh-TW');
    expect(addressesIn(text)).toEqual(['/v1/docs']);
    expect(text).toContain('這個服務沒有安裝網頁元件');
  });
});
