words.en = {
  name: 'English', locale: 'en-GB', language: 'Language', loading: 'Reading …', again: 'Try again',
  title: 'How often letters come', whose: 'This is about letters to {name}.',
  duties: 'Duties are not cancelled by this. What cannot wait comes at once, whatever you choose here: what is to be signed for or decided, what is due before the next letter, and what is overdue.',
  every: 'Reminders that can wait', 'every.at-once': 'come at once, each as planned', 'every.daily': 'come in one letter a day', 'every.weekly': 'come in one letter a week',
  on: 'Day of the week', hour: 'Hour', 'hour.about': 'By your own clock. Left empty, it is the hour of each plan.', act: 'Save',
  done: 'Saved. It counts from now on, also for what is waiting.',
  unknown: 'This link is not known. Open it from the letter, or copy it from there as a whole.',
  replaced: 'This link is no longer accepted. The next letter has one that works.',
  unreachable: 'FollowUp cannot be reached just now; nothing was changed. Please try again.',
};
words.zh = {
  name: '中文', locale: 'zh-CN', language: '语言', loading: '正在读取……', again: '重试',
  title: '信函发送频率', whose: '此处设定发给{name}的来信。',
  duties: '此设定不免除任何责任。不能等待的事项仍即时发出：须签收或决定的、下一封来信之前到期的，以及已逾期的。',
  every: '可以等待的提醒', 'every.at-once': '按方案逐一即时发出', 'every.daily': '每日合并为一封', 'every.weekly': '每周合并为一封',
  on: '星期', hour: '时间', 'hour.about': '按您所在地时间。留空则按各督办方案的时间。', act: '保存',
  done: '已保存，即刻生效，包括正在等待的提醒。',
  unknown: '无法识别此链接。请从来信中打开，或完整复制。',
  replaced: '此链接已失效。下一封来信中有可用的链接。',
  unreachable: '暂时无法连接 FollowUp，未作任何更改。请重试。',
};
words.ru = {
  name: 'Русский', locale: 'ru-RU', language: 'Язык', loading: 'Чтение…', again: 'Повторить',
  title: 'Периодичность писем', whose: 'Здесь задаётся, как часто приходят письма: {name}.',
  duties: 'Обязанности этим не отменяются. То, что не может ждать, приходит сразу: что нужно подтвердить или решить, чему срок до следующего письма и что просрочено.',
  every: 'Напоминания, которые могут подождать', 'every.at-once': 'приходят сразу, каждое по плану', 'every.daily': 'приходят одним письмом в день', 'every.weekly': 'приходят одним письмом в неделю',
  on: 'День недели', hour: 'Час', 'hour.about': 'По вашим часам. Если не указан, действует час каждого плана контроля.', act: 'Сохранить',
  done: 'Сохранено. Действует с этой минуты, также для того, что ждёт отправки.',
  unknown: 'Ссылка неизвестна. Откройте её из письма или скопируйте оттуда целиком.',
  replaced: 'Ссылка больше не действует. В следующем письме будет новая.',
  unreachable: 'FollowUp сейчас недоступен; ничего не изменено. Попробуйте ещё раз.',
};
