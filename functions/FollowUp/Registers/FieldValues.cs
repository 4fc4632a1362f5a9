using System.Text.Json;
using System.Text.RegularExpressions;
using FollowUp.Agreements;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Registers;

/// <summary>The forms that a value can have.</summary>
public readonly partial struct Field
{
    private static readonly LocalTimePattern HourForm = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    /// <summary>A text; one that is no longer than a title is one line of a list, a letter's head or a file.</summary>
    public string Text(int max)
    {
        if (Value is not { } text)
        {
            Fault("is required");
            return "";
        }

        if (text.ValueKind != JsonValueKind.String)
        {
            Fault("must be a text");
            return "";
        }

        // Some keyboards end lines their own way; what was said is the same.
        string read = max <= Limits.Title ? text.GetString()! : text.GetString()!.ReplaceLineEndings("\n");
        string? wrong = read.Trim().Length == 0 ? "must not be empty"
            : read.Length > max ? $"has {read.Length} characters; at most {max} are taken"
            : read.Any(letter => char.IsControl(letter) && (max <= Limits.Title || letter is not ('\n' or '\t'))) ? "must not hold control characters"
            : null;
        if (wrong is not null)
        {
            Fault(wrong);
        }

        return read;
    }

    public string? OptionalText(int max) => IsAbsent ? null : Text(max);

    /// <summary>An id: it becomes part of keys and addresses.</summary>
    public string Id()
    {
        string id = Text(int.MaxValue);
        if (id.Length > 0 && !IdForm().IsMatch(id))
        {
            Fault($"must be 1 to {Limits.Id} of a-z, 0-9 and -");
        }

        return id;
    }

    /// <summary>The id of somebody or something that must be known to the register.</summary>
    public string To(Referred kind)
    {
        string id = kind == Referred.Calendar ? CalendarId() : Id();
        Reading.Refer(new(kind, id, Pointer));
        return id;
    }

    /// <summary>Calendars are named after countries, in capitals, or like anything else.</summary>
    public string CalendarId()
    {
        string id = Text(int.MaxValue);
        if (id.Length > 0 && !CalendarForm().IsMatch(id))
        {
            Fault($"must be 1 to {Limits.Id} of A-Z, a-z, 0-9 and -");
        }

        return id;
    }

    public string OneOf(IReadOnlyList<string> options)
    {
        string option = Text(int.MaxValue);
        if (option.Length > 0 && !options.Contains(option))
        {
            Fault($"must be one of {string.Join(", ", options)}");
        }

        return option;
    }

    public LocalDate Date() => Parsed(
        LocalDatePattern.Iso,
        $"must be a date like 2020-05-29, from {Limits.YearMin} to {Limits.YearMax}",
        day => day.Year is >= Limits.YearMin and <= Limits.YearMax);

    public LocalTime Hour() => Parsed(HourForm, "must be an hour like 09:00");

    public string Zone()
    {
        string zone = Text(max: 64);
        if (zone.Length > 0 && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
        {
            Fault("must be a time zone of the IANA database, like Asia/Shanghai");
        }

        return zone;
    }

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
        Field texts = Only("en", "zh", "ru");
        Wording wording = new()
        {
            En = texts["en"].OptionalText(max),
            Zh = texts["zh"].OptionalText(max),
            Ru = texts["ru"].OptionalText(max),
        };
        if (wording.IsEmpty && Value is { ValueKind: JsonValueKind.Object } fields && fields.EnumerateObject().All(text => text.Value.ValueKind == JsonValueKind.Null))
        {
            Fault("must have a text in at least one of en, zh, ru");
        }

        return wording;
    }

    /// <summary>A text by language, or one text, which is then taken to be English.</summary>
    public Wording WordingOrText(int max) =>
        Value is { ValueKind: JsonValueKind.String } ? new() { En = Text(max) } : Wording(max);

    private T Parsed<T>(IPattern<T> pattern, string form, Func<T, bool>? fits = null)
    {
        string text = Text(int.MaxValue);
        if (pattern.Parse(text) is { Success: true } parsed && fits?.Invoke(parsed.Value) != false)
        {
            return parsed.Value;
        }

        if (text.Length > 0)
        {
            Fault(form);
        }

        return default!;
    }

    [GeneratedRegex(@"^[a-z0-9-]{1,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdForm();

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CalendarForm();
}
