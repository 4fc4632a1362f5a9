using System.Text;
using System.Text.Json.Nodes;

namespace FollowUp.Tests.Proof.Rig;

/// <summary>One change of a proof file, at random: of its bytes, its lines, its records and their fields.</summary>
internal sealed class Forgery
{
    private readonly Random random;
    private readonly List<byte[]> lines;

    /// <summary>Of the lines of records, which the chain seals: whoever changes one of them can make the file's own digest anew.</summary>
    private readonly int[] records;

    private bool touchesMore;
    private int edited;

    private Forgery(IReadOnlyList<byte[]> file, Random random)
    {
        this.random = random;
        lines = [.. file];
        records = [.. Enumerable.Range(0, file.Count).Where(line => ProofLines.IsRecord(file[line]))];
    }

    /// <summary>What was done, for whoever replays it.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The line whose record has another value than before, from 1; null where it is more than that.</summary>
    public int? Line { get; private set; }

    public byte[] File { get; private set; } = [];

    /// <returns>Another file than the given one.</returns>
    public static Forgery Of(IReadOnlyList<byte[]> file, byte[] original, Random random)
    {
        while (true)
        {
            Forgery forgery = new(file, random);
            forgery.Change();
            forgery.File = ProofLines.Whole(forgery.lines);
            if (!forgery.touchesMore && random.Next(2) == 0)
            {
                forgery.lines[^1] = Encoding.UTF8.GetBytes($"\"digest\":\"{ProofLines.Digest(forgery.lines)}\"}}");
                forgery.File = ProofLines.Whole(forgery.lines);
                forgery.Kind += ", sealed anew";
            }

            if (!forgery.File.AsSpan().SequenceEqual(original))
            {
                return forgery;
            }
        }
    }

    private void Change()
    {
        (string kind, Action change)[] kinds =
        [
            ("a bit", FlipBit), ("a byte less", RemoveByte), ("a byte more", AddByte), ("a line less", RemoveLine),
            ("a line twice", DoubleLine),
            ("lines swapped", SwapLines), ("a record moved", MoveRecord), ("cut", Cut), ("more behind it", Append),
            ("another value", () => Edit(OtherValue)), ("another's value", () => Edit(AnothersValue)),
            ("a field less", () => Edit(RemoveField)),
            ("a field more", () => Edit(AddField)), ("a field twice", DoubleField), ("fields in another order", () => Edit(Reorder)),
            ("a character escaped", EscapeCharacter), ("a number otherwise", RespellNumber), ("a moment otherwise", RespellMoment),
            ("a blank", AddBlank), ("another Unicode form", OtherForm), ("items exchanged", ExchangeItems),
        ];
        (Kind, Action act) = kinds[random.Next(kinds.Length)];
        act();
    }

    private int Any() => random.Next(lines.Count);

    private int AnyRecord() => records[random.Next(records.Length)];

    private int Touched(int line)
    {
        touchesMore |= !records.Contains(line);
        return line;
    }

    private void FlipBit()
    {
        int line = Touched(Any());
        lines[line] = [.. lines[line]];
        lines[line][random.Next(lines[line].Length)] ^= (byte)(1 << random.Next(8));
    }

    private void RemoveByte()
    {
        int line = Touched(Any());
        int at = random.Next(lines[line].Length);
        lines[line] = [.. lines[line].Where((_, n) => n != at)];
    }

    private void AddByte()
    {
        int line = Touched(Any());
        int at = random.Next(lines[line].Length + 1);
        lines[line] = [.. lines[line].Take(at), (byte)random.Next(256), .. lines[line].Skip(at)];
    }

    private void RemoveLine() => lines.RemoveAt(Touched(AnyRecord()));

    private void DoubleLine()
    {
        int line = Touched(Any());
        lines.Insert(line, lines[line]);
    }

    private void SwapLines()
    {
        (int one, int other) = (Touched(Any()), Touched(Any()));
        (lines[one], lines[other]) = (lines[other], lines[one]);
    }

    private void MoveRecord()
    {
        int line = Touched(AnyRecord());
        byte[] moved = lines[line];
        lines.RemoveAt(line);
        lines.Insert(AnyRecord(), moved);
    }

    private void Cut()
    {
        touchesMore = true;
        lines.RemoveRange(1 + random.Next(lines.Count - 1), 1);
        lines[^1] = lines[^1][..random.Next(lines[^1].Length)];
    }

    private void Append()
    {
        touchesMore = true;
        lines.Add(random.Next(2) == 0 ? lines[^1] : [(byte)random.Next(256)]);
    }

    private void Edit(Action<JsonObject> change)
    {
        edited = AnyRecord();
        JsonObject record = Parsed(edited);
        change(record);
        Replace(edited, Written(record));
    }

    private JsonObject Parsed(int line) => JsonNode.Parse(Encoding.UTF8.GetString(lines[line]).TrimEnd(','))!.AsObject();

    private static string Written(JsonObject record) => FollowUp.Values.Json.Compact(record.ToJsonString(FollowUp.Values.Json.Options));

    private void Replace(int line, string record) =>
        lines[line] = Encoding.UTF8.GetBytes(record + (lines[line][^1] == ',' ? "," : ""));

    private KeyValuePair<string, JsonNode?> AnyField(JsonObject record) => record.ElementAt(random.Next(record.Count));

    private void OtherValue(JsonObject record)
    {
        (string field, JsonNode? value) = AnyField(record);
        Mark(field);
        record[field] = value!.GetValueKind() == System.Text.Json.JsonValueKind.Number
            ? value.GetValue<int>() + 1 + random.Next(3)
            : value.GetValue<string>() switch
            {
                [] => "x",
                var text when random.Next(2) == 0 => text + (char)('a' + random.Next(26)),
                var text => $"{text[..^1]}{(text[^1] == '0' ? '1' : '0')}",
            };
    }

    private void AnothersValue(JsonObject record)
    {
        (string field, _) = AnyField(record);
        Mark(field);
        if (Parsed(AnyRecord())[field] is { } value)
        {
            record[field] = value.DeepClone();
        }
    }

    /// <summary>A row that is said not to have ended is missed by its entry, and is itself no riddle.</summary>
    private void Mark(string field) => Line = field == "state" ? null : edited + 1;

    private void RemoveField(JsonObject record) => record.Remove(AnyField(record).Key);

    private void AddField(JsonObject record) =>
        record.Insert(random.Next(record.Count + 1), new[] { "note", "Seq", "isFinal", "at " }[random.Next(4)], "x");

    private void Reorder(JsonObject record)
    {
        (string field, JsonNode? value) = AnyField(record);
        record.Remove(field);
        record.Insert(random.Next(record.Count + 1), field, value!.DeepClone());
    }

    private void DoubleField()
    {
        int line = AnyRecord();
        (string field, JsonNode? value) = AnyField(Parsed(line));
        string record = Encoding.UTF8.GetString(lines[line]).TrimEnd(',');
        string pair = new JsonObject { [field] = value!.DeepClone() }.ToJsonString(FollowUp.Values.Json.Options)[1..^1];
        Replace(line, random.Next(2) == 0 ? $"{record[..^1]},{pair}}}" : $"{{{pair},{record[1..]}");
    }

    private void EscapeCharacter() => Respell("[A-Za-z]", found => $"\\u{(int)found[0]:x4}");

    private void RespellNumber() => Respell("(?<=:)[0-9]+(?=[,}])", found => random.Next(3) switch
    {
        0 => found + ".0",
        1 => found + "e0",
        _ => "0" + found,
    });

    private void RespellMoment() => Respell(
        "T[0-9:]{8}[0-9.]*Z",
        found => random.Next(2) == 0 ? found.Replace("Z", "+00:00", StringComparison.Ordinal) : $"{found[..^1]}.000Z");

    private void AddBlank() => Respell("[:,]", found => found + (random.Next(2) == 0 ? " " : "\t"));

    private void OtherForm() => Respell("[йё]|é|Å", found => found.Normalize(NormalizationForm.FormD));

    /// <summary>One of the places that match, in a record at random, is spelled otherwise.</summary>
    private void Respell(string pattern, Func<string, string> otherwise)
    {
        int line = AnyRecord();
        string record = Encoding.UTF8.GetString(lines[line]);
        var found = System.Text.RegularExpressions.Regex.Matches(record, pattern);
        if (found.Count > 0)
        {
            var one = found[random.Next(found.Count)];
            lines[line] = Encoding.UTF8.GetBytes(record[..one.Index] + otherwise(one.Value) + record[(one.Index + one.Length)..]);
        }
    }

    private void ExchangeItems()
    {
        (int one, int other) = (AnyRecord(), AnyRecord());
        (JsonObject first, JsonObject second) = (Parsed(one), Parsed(other));
        if (first["item"] is { } item && second["item"] is { } otherItem)
        {
            (first["item"], second["item"]) = (otherItem.DeepClone(), item.DeepClone());
            Replace(one, Written(first));
            Replace(other, Written(second));
        }
    }
}
