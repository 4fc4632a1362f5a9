using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Letters;

/// <summary>
/// A day in a packed letter. Earlier versions packed it in English ("12 June 2026"); such a letter is read, and written in the reader's
/// language like any other.
/// </summary>
internal sealed class PackedDay() : PackedForm<LocalDate>(LocalDatePattern.Iso, LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu"));

/// <summary>A moment by its reader's clock; earlier versions packed "Sun 31 May 2020 09:00".</summary>
internal sealed class PackedMoment() : PackedForm<LocalDateTime>(
    LocalDateTimePattern.GeneralIso, LocalDateTimePattern.CreateWithInvariantCulture("ddd d MMM uuuu HH:mm"));

/// <summary>How long something took; earlier versions packed "3 days", "47 hours" or "1 hour".</summary>
internal sealed class PackedDelay : JsonConverter<Duration>
{
    public override Duration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string text = reader.GetString()!;
        return text.Split(' ') is [var count, var unit] ? Former(count, unit) : DurationPattern.Roundtrip.Parse(text).Value;
    }

    public override void Write(Utf8JsonWriter writer, Duration value, JsonSerializerOptions options) =>
        writer.WriteStringValue(DurationPattern.Roundtrip.Format(value));

    private static Duration Former(string count, string unit)
    {
        int number = int.Parse(count, NumberStyles.None, CultureInfo.InvariantCulture);
        return unit is "days" ? Duration.FromDays(number)
            : unit is "hour" or "hours" ? Duration.FromHours(number)
            : throw new JsonException($"“{unit}” is no unit of a delay.");
    }
}

/// <summary>Written in the first form, read in both.</summary>
internal abstract class PackedForm<T>(IPattern<T> form, IPattern<T> former) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string text = reader.GetString()!;
        return form.Parse(text) is { Success: true } parsed ? parsed.Value
            : former.Parse(text) is { Success: true } earlier ? earlier.Value
            : throw new JsonException($"“{text}” is no {typeof(T).Name}.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(form.Format(value));
}
