namespace FollowUp.Parsing.Sheets;

/// <summary>The columns that are known: those that items are made of, and those that an export shows beside them.</summary>
public static class SheetColumns
{
    public const string Number = "number";
    public const string Id = "id";
    public const string Agreement = "agreement";
    public const string TitleEn = "title.en";
    public const string TitleZh = "title.zh";
    public const string TitleRu = "title.ru";
    public const string Kind = "kind";
    public const string Clause = "clause";
    public const string Owner = "owner";
    public const string Supporting = "supporting";
    public const string Issuer = "issuer";
    public const string Counterpart = "counterpart";
    public const string DueOn = "dueOn";
    public const string TimeZone = "timeZone";
    public const string Calendars = "calendars";
    public const string Plan = "plan";

    /// <summary>Why a row changes what is registered; it is no part of an item.</summary>
    public const string Reason = "reason";

    /// <summary>
    /// What a file is read for. A title's name says its language: whoever writes 事项 above a column writes Chinese into it.
    /// </summary>
    public static IReadOnlyList<SheetColumn> Read { get; } =
    [
        new(Number, "Number", "编号", "№", "No", "No.", "Nr", "文号", "Номер", "Ref", "Reference"),
        new(Id, "Id", "标识", "Код", "Item id"),
        new(Agreement, "Agreement", "协议", "Соглашение", "Agreement id", "纪要", "Протокол встречи"),
        new(TitleEn, "Title", "英文标题", "Название на английском", "Task", "What", "Subject", "Title (en)", "Action item", "To do"),
        new(TitleZh, "Title in Chinese", "事项", "Название на китайском", "议定事项", "标题", "任务", "督办事项", "工作任务", "Title (zh)"),
        new(TitleRu, "Title in Russian", "俄文标题", "Поручение", "Содержание", "Задача", "Название", "Содержание поручения", "Мероприятие",
            "Title (ru)"),
        new(Kind, "Kind", "类型", "Вид", "Type", "类别", "事项类型", "Тип", "Вид поручения"),
        new(Clause, "Clause", "条款", "Пункт", "Article", "依据条款", "Пункт протокола"),
        new(Owner, "Owner", "责任单位", "Ответственный исполнитель", "Responsible", "Assignee", "Who", "主办单位", "责任人", "承办单位",
            "Ответственный", "Исполнитель"),
        new(Supporting, "Supporting", "配合单位", "Соисполнители", "Support", "协办单位", "Соисполнитель"),
        new(Issuer, "Issuer", "交办人", "Автор поручения", "Given by", "Issued by", "交办领导", "Кто поручил", "Автор"),
        new(Counterpart, "Counterpart", "对方联系人", "Контактное лицо другой стороны", "Contact", "Контактное лицо"),
        new(DueOn, "Due", "期限", "Срок", "Due on", "Due date", "Deadline", "完成期限", "办结时限", "完成时限", "截止日期", "到期日",
            "Срок исполнения", "Дата исполнения"),
        new(TimeZone, "Time zone", "时区", "Часовой пояс"),
        new(Calendars, "Calendars", "日历", "Календари", "Calendar", "Календарь"),
        new(Plan, "Plan", "督办方案", "План контроля", "方案", "План"),
        new(Reason, "Reason", "原因", "Причина", "Reason for the change", "变更原因", "Основание", "Причина изменения"),
    ];

    public static SheetColumn Of(string field) => Read.First(column => column.Field == field);

    /// <summary>Null where none is called that.</summary>
    public static SheetColumn? Called(string name) => Read.FirstOrDefault(column => column.IsCalled(name));
}
