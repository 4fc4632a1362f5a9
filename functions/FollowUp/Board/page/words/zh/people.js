/** Words of one part of the board; the keys are the same in each language. */
export default {
  'person.name': '名称',
  'person.name.hint': '个人、岗位或单位的名称',
  'person.email': '邮箱',
  'person.language': '信函语言',
  'person.zone': '时区',
  'person.calendar': '日历',
  'absence.title': '离岗',
  'absence.one': '离岗',
  'absence.from': '离岗首日',
  'absence.to': '离岗末日',
  'absence.to.hint': '次日返岗',
  'absence.substitute': '代理人',
};
