import type { TimelineKind } from '@mhb-kit/core/passbook';
import { words } from '../../parts/words.js';

export const visitsWords = words(
  {
    timelineKinds: {
      outpatient: '門診',
      inpatient: '住院',
      dental: '牙醫',
      'chinese-medicine': '中醫',
      dispense: '領藥',
      service: '檢查或治療',
      laboratory: '檢驗',
      report: '檢查報告',
      immunization: '預防接種',
      allergy: '過敏',
      'advance-directive': '意願',
      checkup: '成人健檢',
      screening: '癌症篩檢',
      programme: '照護計畫',
      'discharge-summary': '出院病摘',
    } satisfies Record<TimelineKind, string> as Record<TimelineKind, string>,
    visits: '就醫紀錄',
    diagnoses: '診斷',
    orders: '醫囑',
    order: '項目',
    quantity: '總量',
    copayment: '部分負擔',
    points: '健保支付點數',
  },
  {
    timelineKinds: {
      outpatient: 'Outpatient',
      inpatient: 'Inpatient',
      dental: 'Dental',
      'chinese-medicine': 'Chinese medicine',
      dispense: 'Dispensing',
      service: 'Examination or treatment',
      laboratory: 'Laboratory',
      report: 'Report',
      immunization: 'Vaccination',
      allergy: 'Allergy',
      'advance-directive': 'Will',
      checkup: 'Check-up',
      screening: 'Cancer screening',
      programme: 'Programme',
      'discharge-summary': 'Discharge summary',
    },
    visits: 'Visits',
    diagnoses: 'Diagnoses',
    orders: 'Orders',
    order: 'Item',
    quantity: 'Quantity',
    copayment: 'Co-payment',
    points: 'Points paid by the NHI',
  },
);

export type VisitsWords = (typeof visitsWords)['zh-Hant'];
