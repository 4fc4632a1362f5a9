using System.Globalization;
using System.Text.Json;
using FollowUp.Agreements;
using FollowUp.Values;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Parsing;

/// <summary>The forms that a value can have.</summary>
public readonly partial struct JsonField
{
    private static readonly LocalTimePattern HourForm = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    /// <summary>A text; one that is no longer than a title is one line of a list, a letter's head or a file.</summary>
    public string Text(int max)
    {
        bool isLine = max <= Limits.Title;
        string text = Writing.Kept(Given(), isLine);
        if (text.Length > max)
        {
            Fault($"has {text.Length} characters; at most {max} are taken");
        }
        else if (text.Length > 0 && Writing.Fault(text, isLine) is { } wrong)
        {
            Fault(wrong);
        }

        return text;
    }

    /// <summary>Null where there is none, or an empty one.</summary>
    public string? OptionalText(int max) => IsAbsent ? null : Text(max);

    /// <summary>An id: it becomes part of keys and addresses.</summary>
    public string Id() => Valid(Identifier.Fault);

    /// <summary>Letters go there.</summary>
    public string Address() => Valid(MailAddress.Fault, MailAddress.Kept);

    /// <summary>The id of somebody or something that must be known to the register.</summary>
    public string To(Referred kind)
    {
        string id = kind == Referred.Calendar ? CalendarId() : Id();
        Reading.Refer(new(kind, id, Pointer));
        return id;
    }

    /// <summary>Calendars are named after countries, in capitals, or like anything else.</summary>
    public string CalendarId() => Valid(CountryCode.Fault);

    public string OneOf(IReadOnlyList<string> options) => Valid(option => options.Contains(option) ? null : $"must be one of {string.Join(", ", options)}");

    public LocalDate Date() => Day.Find(Valid(Day.Fault)) ?? default;

    public LocalTime Hour() =>
        HourForm.Parse(Valid(hour => HourForm.Parse(hour).Success ? null : "must be an hour like 09:00")) is { Success: true } hour ? hour.Value : default;

    public string Zone() => Valid(TimeZones.Fault);

    public int Number(int min, int max)
    {
        if (Value is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out int read) && read >= min && read <= max)
        {
            return read;
        }

        Fault($"must be a whole number from {min} to {max}");
        return min;
    }

    /// <summary>True or false; false when absent.</summary>
    public bool Flag()
    {
        if (Value is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) })
        {
            Fault("must be true or false");
        }

        return Value is { ValueKind: JsonValueKind.True };
    }

    /// <summary>A text by language: at least one, and no other languages than these.</summary>
    public Wording Wording(int max)
    {
        JsonField texts = Only([.. Agreements.Wording.Languages]);
        Wording wording = new()
        {
            En = texts["en"].OptionalText(max),
            Zh = texts["zh"].OptionalText(max),
            Ru = texts["ru"].OptionalText(max),
        };
        if (wording.IsEmpty && Value is { ValueKind: JsonValueKind.Object } && !IsFaulty)
        {
            Fault($"must have a text in at least one of {string.Join(", ", Agreements.Wording.Languages)}");
        }

        return wording;
    }

    /// <summary>A text by language, or one text, which is then taken to be English.</summary>
    public Wording WordingOrText(int max) =>
        Value is { ValueKind: JsonValueKind.String } ? new() { En = Text(max) } : Wording(max);

    /// <summary>What is given by a value's own form, not by what people write.</summary>
    /// <param name="fault">What is wrong with it; null where nothing is.</param>
    /// <param name="kept">What it is kept as.</param>
    private string Valid(Func<string, string?> fault, Func<string, string>? kept = null)
    {
        string given = Given();
        string value = kept is null ? given : kept(given);
        if (value.Length > 0 && fault(value) is { } wrong)
        {
            Fault(Unseen(given) is { } unseen && fault(kept is null ? Seen(given) : kept(Seen(given))) is null ? $"{wrong}; take out {unseen}" : wrong);
        }

        return value;
    }

    /// <summary>Tables and mails that values are copied from leave blanks around them, and marks in them that nobody sees.</summary>
    private static string Seen(string given) => new([.. given.Trim().Where(letter => !IsUnseen(letter))]);

    /// <summary>What of it is there beside what people see, the first; null where nothing is.</summary>
    private static string? Unseen(string given) =>
        given.Trim() != given ? "the blank before or behind it"
        : given.FirstOrDefault(IsUnseen) is not '\0' and var mark ? $"U+{(int)mark:X4}, which nobody sees"
        : null;

    private static bool IsUnseen(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.Format;

    /// <summary>Empty where there is no text: that is a fault by itself.</summary>
    private string Given()
    {
        string? wrong = Value is not { } given ? "is required"
            : given.ValueKind != JsonValueKind.String ? "must be a text"
            : given.ValueEquals("") ? "must not be empty"
            : null;
        if (wrong is not null)
        {
            Fault(wrong);
        }

        return wrong is null ? Value!.Value.GetString()! : "";
    }
}
