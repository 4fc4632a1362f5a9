/** The steps that items of a kind mostly go through. */
export const stagesOfKinds = {
  'protocol-revision': ['draft', 'legal-review', 'exchange-of-texts', 'signature'],
  visit: ['invitation', 'programme', 'travel', 'report'],
  'mechanism-meeting': ['date-agreed', 'agenda', 'held', 'minutes'],
  'joint-operation': ['operation-plan', 'operation-run', 'results-reviewed'],
};

/** A step that has no word yet. */
export const own = '~own';

export const blankStage = () => ({ id: '', own: '', dueOn: '' });

/** Stages as they are sent. */
export const stagesOf = stages => (stages ?? []).map(stage => ({ id: stage.id === own ? stage.own.trim() : stage.id, dueOn: stage.dueOn }));
