namespace FollowUp.Tables.Filters;

/// <summary>The tokens of a filter, one after the other.</summary>
internal ref struct FilterTokens(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> rest = text.TrimStart(' ');

    public readonly bool AtEnd => rest.IsEmpty;

    public static RefusedException Wrong(string why) => new(Refusal.InvalidFilter(why));

    /// <summary>Takes the next word where it is this one.</summary>
    public bool Take(ReadOnlySpan<char> word)
    {
        if (!rest.StartsWith(word, StringComparison.Ordinal) || (rest.Length > word.Length && IsInside(rest[word.Length])))
        {
            return false;
        }

        Skip(word.Length);
        return true;
    }

    public bool TakeSign(char sign)
    {
        if (rest.IsEmpty || rest[0] != sign)
        {
            return false;
        }

        Skip(1);
        return true;
    }

    public string Name()
    {
        ReadOnlySpan<char> name = Word();
        return !char.IsDigit(name[0]) && name[0] != '-' ? name.ToString() : throw Wrong("a comparison begins with no name");
    }

    public ReadOnlySpan<char> Word()
    {
        int length = 0;
        while (length < rest.Length && IsInside(rest[length]))
        {
            length++;
        }

        ReadOnlySpan<char> word = length > 0 ? rest[..length] : throw Wrong("a word is missing");
        Skip(length);
        return word;
    }

    /// <summary>A text in single quotes, where one comes next; a quote in it is doubled.</summary>
    public string? Text()
    {
        if (rest.IsEmpty || rest[0] != '\'')
        {
            return null;
        }

        int end = 1;
        bool hasQuotes = false;
        while (true)
        {
            int quote = rest[end..].IndexOf('\'');
            end = quote >= 0 ? end + quote : throw Wrong("a text does not end");
            if (end + 1 == rest.Length || rest[end + 1] != '\'')
            {
                break;
            }

            hasQuotes = true;
            end += 2;
        }

        string text = rest[1..end].ToString();
        Skip(end + 1);
        return hasQuotes ? text.Replace("''", "'", StringComparison.Ordinal) : text;
    }

    private void Skip(int length) => rest = rest[length..].TrimStart(' ');

    private static bool IsInside(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '.' or '-' or '+';
}
