import { el } from '../shell/dom.js';
import { choice, field, open, textInput } from '../forms/field.js';
import { fieldsetList } from '../forms/fieldset-list.js';
import { has, translate } from '../text/i18n.js';
import { blankStage, own, stagesOfKinds } from './stages.js';

/** The steps on the way, each with its own date: those of the item's kind first. */
export function stageFields(item) {
  item.stages ??= [];
  return fieldsetList({
    at: 'stages', title: translate('fact.stages'), one: translate('new.stage'), members: item.stages, blank: blankStage, word: 'stage', level: 3,
    draw: stage => {
      const name = field({ at: 'own', label: translate('new.stage.own'), hint: translate('new.id.hint.own') }, textInput(stage, 'own', { maxlength: '40', spellcheck: 'false' }));
      name.hidden = stage.id !== own;
      const which = choice(stage, 'id', () => [...open(), ...offered(item.kind)]);
      which.addEventListener('input', () => { name.hidden = stage.id !== own; });
      return el('div', { class: 'row' },
        field({ at: 'id', label: translate('new.stage') }, which), name,
        field({ at: 'dueOn', label: translate('new.stage.due') }, textInput(stage, 'dueOn', { type: 'date', max: '9999-12-31' })));
    },
  });
}

/** @returns {[string, string][]} */
function offered(kind) {
  const all = [...(stagesOfKinds[kind] ?? []), ...Object.values(stagesOfKinds).flat()];
  const words = [...new Set(all)].filter(id => has(`stage.${id}`)).map(id => /** @type {[string, string]} */ ([id, translate(`stage.${id}`)]));
  return [...words, [own, translate('new.stage.other')]];
}
