/** Words of one part of the board; the keys are the same in each language. */
export default {
  'person.name': 'Name',
  'person.name.hint': 'Of a person, a post or a unit',
  'person.email': 'Mail address',
  'person.language': 'Language of letters',
  'person.zone': 'Time zone',
  'person.calendar': 'Calendar',
  'absence.title': 'Absences',
  'absence.one': 'Absence',
  'absence.from': 'First day away',
  'absence.to': 'Last day away',
  'absence.to.hint': 'Back at work on the day after it',
  'absence.substitute': 'Stands in',
};
