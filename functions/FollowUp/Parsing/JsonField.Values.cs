using System.Globalization;
using System.Text.Json;
using FollowUp.Agreements;
using FollowUp.Faults;
using FollowUp.Values;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Parsing;

/// <summary>Reads a value as what it must be: a text, an id, a date, a number.</summary>
public readonly partial struct JsonField
{
    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    /// <summary>A text; one that is no longer than a title is one line of a list, a letter's head or a file.</summary>
    public string Text(int max)
    {
        bool isLine = max <= Limits.Title;
        string text = TextRules.Normalize(RequiredString(), isLine);
        if (text.Length > max)
        {
            AddFault(FieldFaults.TooLong.Fill(text.Length, max));
        }
        else if (text.Length > 0 && TextRules.Fault(text, isLine) is { } wrong)
        {
            AddFault(wrong);
        }

        return text;
    }

    /// <summary>Null where there is none, or an empty one.</summary>
    public string? OptionalText(int max) => IsAbsent ? null : Text(max);

    /// <summary>An id: it becomes part of keys and addresses.</summary>
    public string Id() => Validated(Identifier.Fault);

    public string EmailAddress() => Validated(MailAddress.Fault, MailAddress.Normalize);

    /// <summary>The id of somebody or something that must be known to the register.</summary>
    public string ReferenceTo(ReferenceKind kind)
    {
        string id = kind == ReferenceKind.Calendar ? CalendarId() : Id();
        Context.AddReference(new(kind, id, Pointer));
        return id;
    }

    /// <summary>Calendars are named after countries, in capitals, or like anything else.</summary>
    public string CalendarId() => Validated(CountryCode.Fault);

    public string OneOf(IReadOnlyList<string> options) =>
        Validated(option => options.Contains(option) ? null : FieldFaults.NotOneOf.Fill(string.Join(", ", options)));

    public LocalDate Date() => Day.ParseOrNull(Validated(Day.Fault)) ?? default;

    public LocalTime TimeOfDay()
    {
        string text = Validated(hour => TimePattern.Parse(hour).Success ? null : FieldFaults.NotHour.Text);
        return TimePattern.Parse(text) is { Success: true } hour ? hour.Value : default;
    }

    public string TimeZone() => Validated(TimeZones.Fault);

    public int Integer(int min, int max)
    {
        if (Value is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out int read) && read >= min && read <= max)
        {
            return read;
        }

        AddFault(FieldFaults.NotInteger.Fill(min, max));
        return min;
    }

    /// <summary>True or false; false when absent.</summary>
    public bool Boolean()
    {
        if (Value is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) })
        {
            AddFault(FieldFaults.NotBoolean.Text);
        }

        return Value is { ValueKind: JsonValueKind.True };
    }

    /// <summary>A text by language: at least one, and no other languages than these.</summary>
    public Wording Wording(int max)
    {
        JsonField texts = AllowOnly([.. Agreements.Wording.Languages]);
        Wording wording = new()
        {
            En = texts["en"].OptionalText(max),
            Zh = texts["zh"].OptionalText(max),
            Ru = texts["ru"].OptionalText(max),
        };
        if (wording.IsEmpty && Value is { ValueKind: JsonValueKind.Object } && !IsFaulty)
        {
            AddFault(FieldFaults.NoLanguage.Fill((object)Agreements.Wording.Languages));
        }

        return wording;
    }

    /// <summary>A text by language, or one text, which is then taken to be English.</summary>
    public Wording WordingOrText(int max) =>
        Value is { ValueKind: JsonValueKind.String } ? new() { En = Text(max) } : Wording(max);

    /// <summary>
    /// One name for readers of all languages, or names by language, of which the first is also the one for all others; without the blanks
    /// around it that come from tables and mails.
    /// </summary>
    public (string Name, Wording? Names) Name(int max)
    {
        if (Value is not { ValueKind: JsonValueKind.Object })
        {
            return (Text(max).Trim(), null);
        }

        Wording given = Wording(max);
        Wording names = new() { En = given.En?.Trim(), Zh = given.Zh?.Trim(), Ru = given.Ru?.Trim() };
        return (names.TextIn(Agreements.Wording.Languages[0]), names);
    }

    /// <summary>A text that must have a form of its own, like an id or a date.</summary>
    /// <param name="fault">What is wrong with it; null where nothing is.</param>
    /// <param name="kept">The form in which it is kept; null for as it is.</param>
    private string Validated(Func<string, string?> fault, Func<string, string>? kept = null)
    {
        string given = RequiredString();
        string value = kept is null ? given : kept(given);
        if (value.Length > 0 && fault(value) is { } wrong)
        {
            string visible = kept is null ? WithoutInvisible(given) : kept(WithoutInvisible(given));
            AddFault(WayOut(given, wrong) is { } wayOut && fault(visible) is null ? wayOut : wrong);
        }

        return value;
    }

    /// <summary>Values that are copied from tables and mails have blanks around them, and characters in them that nobody sees.</summary>
    private static string WithoutInvisible(string given) => new([.. given.Trim().Where(letter => !IsInvisible(letter))]);

    /// <summary>What is wrong, and the first thing in it that people do not see; null where there is none.</summary>
    private static string? WayOut(string given, string wrong) =>
        given.Trim() != given ? FieldFaults.BlankAround.Fill(wrong)
        : given.FirstOrDefault(IsInvisible) is not '\0' and var mark ? FieldFaults.UnseenWithin.Fill(wrong, $"U+{(int)mark:X4}")
        : null;

    private static bool IsInvisible(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.Format;

    /// <summary>Empty where there is no text, which is a fault by itself.</summary>
    private string RequiredString()
    {
        string? wrong = Value is not { } given ? FieldFaults.Required.Text
            : given.ValueKind != JsonValueKind.String ? FieldFaults.NotText.Text
            : given.ValueEquals("") ? FieldFaults.Empty.Text
            : null;
        if (wrong is not null)
        {
            AddFault(wrong);
        }

        return wrong is null ? Value!.Value.GetString()! : "";
    }
}
