export const representStepZh = {
  choose: '查看誰的健康存摺',
  ofParent: (name: string, day: string) => `${name}（您是父母，可查看至 ${day}）`,
  ofGuardian: (name: string, day: string) => `${name}（您是監護人，可查看至 ${day}）`,
  back: '回到我自己的健康存摺',
  changed: (name: string) => `現在查看的是 ${name} 的健康存摺。`,
};

export type RepresentStepStrings = typeof representStepZh;
