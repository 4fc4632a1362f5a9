using System.Text;
using Azure.Data.Tables;

namespace FollowUp.LocalHost.TaskHub;

/// <summary>Texts longer than one property takes, split over several: <c>Body</c>, <c>Body_1</c>, <c>Body_2</c>…</summary>
internal static class ChunkedText
{
    /// <summary>Null writes no property: nothing filters by these, and most are null in most rows.</summary>
    public static void SetText(this TableEntity row, string name, string? text)
    {
        if (text is null)
        {
            return;
        }

        row[name] = text[..Math.Min(text.Length, HubLimits.ChunkMax)];
        for (int chunk = 1; chunk * HubLimits.ChunkMax < text.Length; chunk++)
        {
            int from = chunk * HubLimits.ChunkMax;
            row[$"{name}_{chunk}"] = text.Substring(from, Math.Min(text.Length - from, HubLimits.ChunkMax));
        }
    }

    public static string? GetText(this TableEntity row, string name)
    {
        // Rows of earlier versions have an empty text in place of null, marked by this flag.
        if (row.GetString(name) is not { } first || row.GetBoolean(name + "Known") is false)
        {
            return null;
        }

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
