using System.Text;

namespace FollowUp.Tests.Parsing.CalendarFiles.Rig;

/// <summary>A file, written as its spelling writes it.</summary>
internal static class Spelled
{
    public static byte[] File(Spelling spelling, IReadOnlyList<IReadOnlyList<string>> events)
    {
        List<string> lines = [];
        foreach (IReadOnlyList<IReadOnlyList<string>> some in spelling.IsStream
            ? events.Select(one => (IReadOnlyList<IReadOnlyList<string>>)[one])
            : [events])
        {
            lines.Add("BEGIN:VCALENDAR");
            lines.AddRange(spelling.Head.Split('\n'));
            lines.AddRange(some.SelectMany(one => one));
            lines.Add("END:VCALENDAR");
        }

        byte[] file = [.. lines.SelectMany(line => Line(spelling, line))];
        return spelling.Mark switch
        {
            null => file,
            UTF8Encoding => [.. Encoding.UTF8.Preamble, .. file],
            { } wide => [.. wide.Preamble, .. wide.GetBytes(Encoding.UTF8.GetString(file))],
        };
    }

    private static IEnumerable<byte> Line(Spelling spelling, string line)
    {
        int value = line.IndexOfAny([':', ';']);
        string text = spelling.IsLowerCase ? line[..value].ToLowerInvariant() + line[value..] : line;
        return [.. Folded(spelling, Encoding.UTF8.GetBytes(text + spelling.Trailing)), .. Encoding.UTF8.GetBytes(spelling.LineEnd)];
    }

    private static IEnumerable<byte> Folded(Spelling spelling, byte[] line)
    {
        int inLine = 0;
        foreach (byte one in line)
        {
            bool isInside = (one & 0xC0) == 0x80;
            if (spelling.FoldAt > 0 && inLine >= spelling.FoldAt && (spelling.FoldsBytes || !isInside))
            {
                foreach (byte fold in Encoding.UTF8.GetBytes(spelling.LineEnd + spelling.Fold))
                {
                    yield return fold;
                }

                inLine = 0;
            }

            inLine++;
            yield return one;
        }
    }
}
