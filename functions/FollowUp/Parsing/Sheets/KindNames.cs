using FollowUp.Items;
using FollowUp.Values;

namespace FollowUp.Parsing.Sheets;

/// <summary>Kinds of items as offices write them, which is not by their ids.</summary>
public static class KindNames
{
    private static readonly Dictionary<string, (string En, string Zh, string Ru)> Names = new()
    {
        ["protocol-revision"] = ("Protocol revision", "修订议定书", "Изменение протокола"),
        ["visit"] = ("Visit", "访问", "Визит"),
        ["mechanism-meeting"] = ("Mechanism meeting", "机制会议", "Заседание механизма"),
        ["joint-operation"] = ("Joint operation", "联合行动", "Совместная операция"),
        ["port-cooperation"] = ("Port cooperation", "口岸合作", "Сотрудничество в пунктах пропуска"),
        ["other"] = ("Other", "其他", "Другое"),
    };

    /// <summary>The kind that is meant; the text itself where none is.</summary>
    public static string Read(string text) => AgreedItem.Kinds.FirstOrDefault(kind => IsCalled(kind, text)) ?? text;

    public static string Write(string kind, string language) => Names.TryGetValue(kind, out var names)
        ? language switch { "zh" => names.Zh, "ru" => names.Ru, _ => names.En } : kind;

    private static bool IsCalled(string kind, string text) =>
        new[] { kind, Names[kind].En, Names[kind].Zh, Names[kind].Ru }.Any(name => SearchText.Fold(name) == SearchText.Fold(text.Trim()));
}
