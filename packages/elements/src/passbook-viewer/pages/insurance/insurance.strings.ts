import { words } from '../../parts/words.js';

export const insuranceWords = words(
  {
    insurance: '保險：健保卡與保費',
    card: '健保卡',
    cardStatus: '狀況',
    cardNumber: '卡號',
    issuedOn: '領卡日期',
    reason: '領卡原因',
    billed: '保險費計費',
    payments: '保險費繳納',
    month: '年月',
    premium: '自付保險費',
    insuredUnit: '投保單位',
    salary: '投保金額',
    dependants: '眷屬人數',
    paid: '已繳金額',
    dueAmount: '應繳金額',
    paidOn: '繳納日期',
    channel: '繳納方式',
  },
  {
    insurance: 'Insurance: card and premiums',
    card: 'NHI card',
    cardStatus: 'Status',
    cardNumber: 'Card number',
    issuedOn: 'Issued on',
    reason: 'Reason for issue',
    billed: 'Premiums billed',
    payments: 'Premiums paid',
    month: 'Month',
    premium: 'Premium',
    insuredUnit: 'Insured unit',
    salary: 'Insured salary',
    dependants: 'Dependants',
    paid: 'Paid',
    dueAmount: 'Due',
    paidOn: 'Paid on',
    channel: 'How it was paid',
  },
);

export type InsuranceWords = (typeof insuranceWords)['zh-Hant'];
