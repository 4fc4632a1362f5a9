using System.Text.Json;

namespace FollowUp.Parsing;

/// <summary>Follows a reader through a JSON text: where it is, as a JSON Pointer, and what is open around it.</summary>
internal sealed class JsonPointerTracker
{
    private readonly Stack<Level> levels = new();

    public int Depth => levels.Count;

    public bool IsInObject => levels.TryPeek(out Level? level) && !level.IsList;

    /// <summary>The byte with which the innermost object or list begins that is still open; null where none is.</summary>
    public int? OpenBracket => levels.TryPeek(out Level? level) ? level.Begin : null;

    /// <summary>As a JSON Pointer (RFC 6901).</summary>
    public string Pointer => string.Concat(levels.Reverse().Select(level => level.Segment));

    /// <summary>Goes on by the token at which <paramref name="reader"/> stands.</summary>
    /// <returns>Whether that is a name which its object has already.</returns>
    /// <exception cref="InvalidOperationException">It is a text that holds half a character.</exception>
    public bool Advance(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _ = levels.Pop();
                return false;
            case JsonTokenType.PropertyName:
                return !levels.Peek().AddName(reader.GetString()!);
            default:
                AddValue(ref reader);
                return false;
        }
    }

    private void AddValue(ref Utf8JsonReader reader)
    {
        if (levels.TryPeek(out Level? level))
        {
            level.CountMember();
        }

        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            levels.Push(new(reader.TokenType == JsonTokenType.StartArray, (int)reader.TokenStartIndex));
        }
        else if (reader.TokenType == JsonTokenType.String)
        {
            _ = reader.GetString();
        }
    }

    private sealed class Level(bool isList, int begin)
    {
        private readonly HashSet<string> names = new(StringComparer.Ordinal);
        private int count;
        private string? name;

        public bool IsList => isList;

        public int Begin => begin;

        public string Segment => isList ? (count == 0 ? "" : $"/{count - 1}") : name is null ? "" : $"/{JsonField.EscapePointer(name)}";

        public void CountMember() => count++;

        public bool AddName(string next)
        {
            name = next;
            return names.Add(next);
        }
    }
}
