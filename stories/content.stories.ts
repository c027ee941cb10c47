import type { ContentBlock, GatewayClient, LocalizedText, OperatorContent } from '@mhb-kit/core/gateway';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { appears, press, service, stage } from './stage.js';

const paragraph = (text: string): ContentBlock => ({ kind: 'paragraph', content: [{ kind: 'text', text }] });
const text = (zhTitle: string, zh: string, enTitle: string, en: string): LocalizedText => ({
  'zh-Hant': { language: 'zh-Hant', title: zhTitle, blocks: [paragraph(zh)] },
  en: { language: 'en', title: enTitle, blocks: [paragraph(en)] },
});

/** Texts that an operator might have written. */
const content: OperatorContent = {
  announcements: [
    {
      id: 'maintenance',
      publishedOn: '2026-04-15',
      until: '2026-04-18',
      important: true,
      text: text(
        '系統維護公告',
        '4 月 18 日凌晨 0 時至 6 時暫停服務，已申請的資料不受影響。',
        'Maintenance',
        'The service pauses on 18 April from 0:00 to 6:00. Data that were requested are not affected.',
      ),
    },
    {
      id: 'browsers',
      publishedOn: '2026-01-05',
      until: null,
      important: false,
      text: text(
        '支援的瀏覽器',
        '請使用最新版的 Chrome、Edge、Firefox 或 Safari。',
        'Browsers',
        'Use the latest Chrome, Edge, Firefox or Safari.',
      ),
    },
  ],
  pages: {
    help: text(
      '聯絡我們',
      '服務時間：週一至週五 8:30–17:30。請不要在電子郵件裡寫密碼。',
      'Talk to us',
      'Monday to Friday, 8:30 to 17:30. Never mail us your password.',
    ),
    manual: text(
      '使用手冊',
      '請準備卡片和讀卡機，登入後按「資料申請」，資料準備好以後就可以下載。',
      'Manual',
      'Have card and reader ready, log in, request your data, and download them when they are ready.',
    ),
  },
};

const down = (): GatewayClient => {
  const { gateway, client } = service();
  gateway.fail('GET /v1/content', 'gateway-unreachable');
  return client;
};

const meta: Meta = {
  title: 'Announcements and help',
  component: 'mhb-announcements',
  subcomponents: { help: 'mhb-help' },
};
export default meta;

type Story = StoryObj;

export const Announcements: Story = {
  render: () => stage(service({ content }).client, [], html`<mhb-announcements></mhb-announcements>`),
};
export const NoAnnouncements: Story = {
  render: () => stage(service().client, [], html`<mhb-announcements></mhb-announcements>`),
};
export const GatewayDown: Story = {
  render: () => stage(down(), [], html`<mhb-announcements></mhb-announcements>`),
};

const help = html`<mhb-help telephone="0800-030-598" email="help@example.tw"></mhb-help>`;

export const Help: Story = { render: () => stage(service({ content }).client, [], help) };
/** Without the operator's content. */
export const HelpByItself: Story = { render: () => stage(service().client, [], help) };
export const HelpWithGatewayDown: Story = { render: () => stage(down(), [], help) };
/** 表單樣本: the viewer is loaded on request. */
export const FormSample: Story = {
  render: () => stage(service().client, [], help),
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'mhb-help', '#sample');
    await appears(canvasElement, 'mhb-help', 'mhb-passbook-viewer');
  },
};
