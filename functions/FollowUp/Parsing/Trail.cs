using System.Text.Json;

namespace FollowUp.Parsing;

/// <summary>The way from the root of a JSON text to where a reader of it has come.</summary>
internal sealed class Trail
{
    private readonly Stack<Level> levels = new();

    public int Depth => levels.Count;

    public bool IsInObject => levels.TryPeek(out Level? level) && !level.IsList;

    /// <summary>The byte with which the innermost object or list begins that is still open; null where none is.</summary>
    public int? Open => levels.TryPeek(out Level? level) ? level.Begin : null;

    /// <summary>As a JSON Pointer (RFC 6901).</summary>
    public string Pointer => string.Concat(levels.Reverse().Select(level => level.Step));

    /// <summary>Goes on by the token at which <paramref name="reader"/> stands.</summary>
    /// <returns>Whether that is a name which its object has already.</returns>
    /// <exception cref="InvalidOperationException">It is a text that holds half a character.</exception>
    public bool Repeats(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _ = levels.Pop();
                return false;
            case JsonTokenType.PropertyName:
                return !levels.Peek().Name(reader.GetString()!);
        }

        if (levels.TryPeek(out Level? level))
        {
            level.Count();
        }

        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            levels.Push(new(reader.TokenType == JsonTokenType.StartArray, (int)reader.TokenStartIndex));
        }
        else if (reader.TokenType == JsonTokenType.String)
        {
            _ = reader.GetString();
        }

        return false;
    }

    private sealed class Level(bool isList, int begin)
    {
        private readonly HashSet<string> names = new(StringComparer.Ordinal);
        private int count;
        private string? name;

        public bool IsList => isList;

        public int Begin => begin;

        public string Step => isList ? (count == 0 ? "" : $"/{count - 1}") : name is null ? "" : $"/{JsonField.Escaped(name)}";

        public void Count() => count++;

        public bool Name(string next)
        {
            name = next;
            return names.Add(next);
        }
    }
}
