using System.Text;
using Azure.Data.Tables;

namespace FollowUp.LocalHost.TaskHub;

/// <summary>Texts longer than one property takes, laid over several: <c>Body</c>, <c>Body_1</c>, <c>Body_2</c>…</summary>
static class LongText
{
    public static void SetLong(this TableEntity row, string name, string? text)
    {
        // The first chunk is always written: a filter does not see a property that is missing.
        row[name] = text is null ? "" : text[..Math.Min(text.Length, HubLimits.ChunkMax)];
        row[name + "Known"] = text is not null;
        for (int chunk = 1; text is not null && chunk * HubLimits.ChunkMax < text.Length; chunk++)
        {
            int from = chunk * HubLimits.ChunkMax;
            row[$"{name}_{chunk}"] = text.Substring(from, Math.Min(text.Length - from, HubLimits.ChunkMax));
        }
    }

    public static string? GetLong(this TableEntity row, string name)
    {
        if (row.GetBoolean(name + "Known") is not true)
        {
            return null;
        }

        string first = row.GetString(name);
        if (!row.ContainsKey(name + "_1"))
        {
            return first;
        }

        StringBuilder whole = new(first);
        for (int chunk = 1; row.TryGetValue($"{name}_{chunk}", out object? more); chunk++)
        {
            whole.Append((string)more);
        }

        return whole.ToString();
    }
}
