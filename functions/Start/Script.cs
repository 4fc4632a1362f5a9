using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.LocalHost.Hosting;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Start;

/// <summary>
/// All calls of a rehearsal in the order of their moments: the register's reference data with its first agreement, each further
/// agreement at 09:00 of the day it was signed where its first party is, and what the cast does.
/// </summary>
internal static class Script
{
    private static readonly LocalTime Opening = new(9, 0);

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="UsageException">The register file cannot be read.</exception>
    public static IReadOnlyList<Act> Build(string registerFile, IReadOnlyList<Act> cast)
    {
        try
        {
            JsonFile.Read(registerFile).Dispose();
            JsonObject register = JsonNode.Parse(File.ReadAllText(registerFile), documentOptions: Lenient)!.AsObject();
            IEnumerable<JsonObject> listed = (register["agreements"] as JsonArray ?? []).Select(agreement => agreement!.AsObject());
            List<Act> agreements = [.. listed.Select(Registration).OrderBy(act => act.At)];
            if (agreements.Count == 0)
            {
                throw new UsageException($"{registerFile} has no agreements: there is nothing to follow.");
            }

            _ = register.Remove("agreements");
            Act people = new(agreements[0].At, "POST", "/api/registers", register.ToJsonString(), Expect: null);

            // Stable: on the same moment an agreement is registered before anybody acts on it.
            return [.. agreements.Prepend(people).Concat(cast).OrderBy(act => act.At)];
        }
        catch (Exception wrong)
            when (wrong is JsonException or ArgumentException or NullReferenceException or UnparsableValueException
                || wrong is InvalidOperationException and not SettingException)
        {
            throw new UsageException(
                $"{registerFile} cannot be lived through: each of its agreements needs signedOn, a date like 2019-11-21, "
                + "and parties with a timeZone.");
        }
    }

    private static Act Registration(JsonObject agreement)
    {
        LocalDate signed = LocalDatePattern.Iso.Parse((string)agreement["signedOn"]!).GetValueOrThrow();
        string zone = (string)agreement["parties"]![0]!["timeZone"]!;
        DateTimeZone where = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)
            ?? throw new UsageException($"{zone} is no time zone of the IANA database.");
        DateTimeOffset at = (signed + Opening).InZoneLeniently(where).ToDateTimeOffset();
        return new(at, "POST", "/api/agreements", agreement.ToJsonString(), Expect: null);
    }
}
