/** Words of one part of the board; the keys are the same in each language. */
export default {
  'person.name': 'Имя',
  'person.name.hint': 'Человека, должности или подразделения',
  'person.email': 'Адрес почты',
  'person.language': 'Язык писем',
  'person.zone': 'Часовой пояс',
  'person.calendar': 'Календарь',
  'absence.title': 'Отсутствия',
  'absence.one': 'Отсутствие',
  'absence.from': 'Первый день отсутствия',
  'absence.to': 'Последний день отсутствия',
  'absence.to.hint': 'На следующий день снова на месте',
  'absence.substitute': 'Замещает',
};
