import { describe, expect, it } from 'vitest';
import { hasColumns, impressionOf, reportKindOf } from './report-text.js';

describe('the kind of a report', () => {
  it.each([
    ['32001C', '胸腔檢查（包括各種角度部位之胸腔檢查）', 'x-ray'],
    ['33005B', '乳房造影術', 'x-ray'],
    ['33070B', '電腦斷層造影－無造影劑', 'ct'],
    ['33085B', '磁振造影－有造影劑', 'mri'],
    ['33064B', '雙光子骨質密度檢查', 'bone-density'],
    ['19001C', '腹部超音波', 'ultrasound'],
    ['18007B', '杜卜勒氏彩色心臟血流圖', 'ultrasound'],
    ['18001C', '心電圖', 'heart'],
    ['28016C', '上消化道泛內視鏡檢查', 'endoscopy'],
    ['26029B', '全身骨骼掃描', 'nuclear'],
    ['25003C', '第三級外科病理', 'pathology'],
    ['22001C', '純音聽力檢查', 'other'],
    [null, 'Chest PA view', 'x-ray'],
    [null, 'Abdominal sonography', 'ultrasound'],
    [null, '胸部電腦斷層', 'ct'],
    ['CXR', 'CHEST X-RAY', 'x-ray'],
    [null, null, 'other'],
  ])('%s %s is %s', (code, display, kind) => {
    expect(reportKindOf({ order: { code, display } })).toBe(kind);
  });
});

describe('an impression', () => {
  it.each([
    ['Findings: clear.\nImpression: No active lung lesion.', 'No active lung lesion.'],
    ['IMPRESSION：1. Renal cyst.\n2. Gallstones.', '1. Renal cyst.\n2. Gallstones.'],
    ['檢查所見：無。\n結論：正常', '正常'],
    ['Clinical diagnosis: r/o pneumonia\nFindings: clear.', null],
    ['Clinical impression: pain.\nFindings: x.\nConclusion: normal', 'normal'],
    ['Pathologic diagnosis: Colon, tubular adenoma', 'Colon, tubular adenoma'],
    ['Heart size normal.', null],
    ['Impression:', null],
    [null, null],
  ])('of %j is %j', (text, impression) => {
    expect(impressionOf({ text })).toBe(impression);
  });
});

describe('columns', () => {
  it.each([
    ['Hz\t500\t1000\nRight\t20\t25\nLeft\t30\t35', true],
    ['Hz      500    1000\nRight   20     25', true],
    ['One line.\tImpression: fine.', false],
    ['  indented\n  lines', false],
    [null, false],
  ])('in %j: %s', (text, columns) => {
    expect(hasColumns({ text })).toBe(columns);
  });
});
