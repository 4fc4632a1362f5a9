namespace FollowUp.Operations.Sheets;

/// <summary>States of items in the words of whoever reads a file.</summary>
internal static class ExportWords
{
    private static readonly Dictionary<string, (string En, string Zh, string Ru)> States = new()
    {
        ["registered"] = ("Waits for others", "未启动", "Ещё не поручено"),
        ["assigned"] = ("Assigned", "待签收", "Поручено"),
        ["signed"] = ("Signed for", "办理中", "В работе"),
        ["waiting"] = ("Waiting", "等待对方", "Ожидание"),
        ["reported"] = ("Reported done", "已报办结", "Доложено"),
        ["confirmed"] = ("Confirmed", "已办结", "Снято с контроля"),
        ["withdrawn"] = ("Withdrawn", "已撤销", "Отозвано"),
    };

    public static string State(string state, string language) => States.TryGetValue(state, out var words)
        ? language switch { "zh" => words.Zh, "ru" => words.Ru, _ => words.En } : state;
}
