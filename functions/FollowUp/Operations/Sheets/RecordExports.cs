using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Ledger;
using FollowUp.People;
using FollowUp.Plans;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Operations.Sheets;

/// <summary>
/// The ledger, the journal and the people as files: to be read, filtered and kept. The journal has all that its hashes seal (law 19).
/// </summary>
public static class RecordExports
{
    private static readonly ExportColumn<Entry>[] OfJournal =
    [
        new("seq", "No.", "序号", "№", entry => entry.Seq),
        new("at", "At", "时间", "Время", entry => InstantPattern.ExtendedIso.Format(entry.At)),
        new("event", "Event", "事件", "Событие", entry => entry.Event),
        new("agreement", "Agreement", "协议", "Соглашение", entry => entry.Agreement),
        new("item", "Item", "事项编号", "Поручение", entry => entry.Item),
        new("by", "By", "办理人", "Кем", entry => entry.By),
        new("through", "Through", "方式", "Через кого", entry => entry.Through),
        new("text", "Text", "内容", "Текст", entry => entry.Text),
        new("previous", "Hash before", "前一哈希", "Предыдущий хеш", entry => entry.Previous),
        new("hash", "Hash", "哈希", "Хеш", entry => entry.Hash),
        new("digest", "Digest of the notice", "通知摘要", "Дайджест уведомления", entry => entry.Digest),
    ];

    private static readonly ExportColumn<Person>[] OfPeople =
    [
        new("id", "Id", "标识", "Обозначение", person => person.Id),
        new("name", "Name", "名称", "Имя", person => person.Name),
        new("name.en", "English name", "英文名称", "Имя на английском", person => person.Names?.En),
        new("name.zh", "Chinese name", "中文名称", "Имя на китайском", person => person.Names?.Zh),
        new("name.ru", "Russian name", "俄文名称", "Имя на русском", person => person.Names?.Ru),
        new("email", "Mail address", "邮箱", "Адрес почты", person => person.Email),
        new("language", "Language", "语言", "Язык", person => person.Language),
        new("timeZone", "Time zone", "时区", "Часовой пояс", person => person.TimeZone),
        new("calendar", "Calendar", "日历", "Календарь", person => person.Calendar),
        new("contact", "Contact on our side", "我方联系人", "Наш контакт", person => person.Contact),
        new("absences", "Absences", "请假", "Отсутствия", person => Listed(person.Absences)),
    ];

    private static readonly ExportColumn<(AgreedItem Item, LedgerRow Row)>[] OfLedger =
    [
        new("agreement", "Agreement", "协议", "Соглашение", one => one.Item.Agreement),
        new("item", "Item", "事项编号", "Поручение", one => one.Item.Id),
        new("number", "Number", "外部编号", "Внешний номер", one => one.Item.Number),
        new("ladder", "Ladder", "提醒序列", "Порядок напоминаний", one => one.Row.Key.Ladder.Word()),
        new("rung", "Rung", "提醒步骤", "Напоминание", one => one.Row.Key.Rung),
        new("occurrence", "Occurrence", "次数", "Повтор", one => one.Row.Key.Occurrence),
        new("to", "To", "收件人", "Кому", one => one.Row.Key.Recipient),
        new("role", "Role", "角色", "Роль", one => one.Row.Role),
        new("planned", "Planned", "计划时间", "По плану", one => one.Row.Planned),
        new("decidedAt", "Decided", "决定时间", "Решено", one => one.Row.DecidedAt),
        new("at", "Done", "完成时间", "Исполнено", one => one.Row.At),
        new("state", "State", "状态", "Состояние", one => one.Row.State.ToString().ToLowerInvariant()),
        new("why", "Why", "原因", "Почему", one => one.Row.Why),
        new("explanation", "Explanation", "说明", "Пояснение", one => one.Row.Explanation),
        new("sentTo", "Sent to", "实际收件人", "Отправлено", one => one.Row.SentTo),
        new("trace", "How it came there", "转送经过", "Как попало", one => one.Row.Trace),
        new("address", "Address", "邮箱", "Адрес", one => one.Row.Address),
        new("messageId", "Message-ID", "邮件编号", "Message-ID", one => one.Row.MessageId),
        new("textDigest", "Digest of its text", "正文摘要", "Дайджест текста", one => one.Row.TextDigest),
        new("reply", "The server's answer", "服务器答复", "Ответ сервера", one => one.Row.Reply),
    ];

    public static Export Journal(IEnumerable<Entry> entries, string agreement, string language) =>
        Export.Of($"{agreement}-journal", OfJournal, entries, language);

    public static Export Ledger(IEnumerable<(AgreedItem Item, LedgerRow Row)> rows, string agreement, string language) =>
        Export.Of($"{agreement}-ledger", OfLedger, rows.OrderBy(one => one.Row.Planned), language);

    public static Export People(IEnumerable<Person> people, string language) => Export.Of("people", OfPeople, people, language);

    private static string? Listed(IReadOnlyList<Absence> absences) => absences.Count == 0 ? null : string.Join("; ", absences.Select(
        absence => $"{Day(absence.From)} – {Day(absence.To)}{(absence.Substitute is { } other ? $" → {other}" : "")}"));

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
