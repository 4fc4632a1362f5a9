using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using FollowUp.Lives;
using FollowUp.Plans;
using FollowUp.Storage;
using FollowUp.Tests.Rig;
using Microsoft.Extensions.Configuration;
using Life = FollowUp.Lives.Stories;

namespace FollowUp.Tests.Storage;

/// <summary>
/// What lies in a store when the app is replaced goes on: here the sample, led until a moment by the version e9e5171, whose engine replayed
/// orchestrations by itself, and from then on by today's. Tests <see cref="RowMapping"/> and <see cref="LegacyOutbox"/>.
/// </summary>
public sealed partial class A_store_of_an_earlier_version : IDisposable
{
    /// <summary>A notice has just been decided, and its letter waits for the end of the minute.</summary>
    private static readonly DateTimeOffset Replaced = new(2020, 6, 9, 1, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset LastOldLetter = Replaced.AddMinutes(1);

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly EarlierStore store = EarlierStore.Of("e9e5171");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What was agreed as the register had it then: clauses had no labels.</summary>
    private readonly string register = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public A_store_of_an_earlier_version() =>
        File.WriteAllText(register, ClauseLabel().Replace(File.ReadAllText(Life.Sample.Register), ""));

    public void Dispose()
    {
        store.Dispose();
        File.Delete(register);
    }

    [Fact]
    public async Task is_led_to_the_same_end_as_if_todays_had_led_it_from_the_beginning()
    {
        await using LocalHostUnderTest today = new(Life.Sample.Begins);
        await KeepFirstPlan(today);
        Remains whole = WithoutNews(await today.Live(Life.Sample, Cancel));
        await using LocalHostUnderTest host = new(Replaced, store.Open);

        Remains goneOn = await host.Live(Life.Sample.After(Replaced), Cancel);

        goneOn.Items.Should().HaveCount(6).And.OnlyContain(item => item.Contains("\"open\":false"));
        goneOn.Letters[0].Should().StartWith("2020-06-09 01:01:00Z ", "what waited goes out in time").And.Contain("representative-2");
        AsLedBy(whole, goneOn.Answers.Count).DifferencesTo(WithoutNews(goneOn)).Should().BeEmpty();
    }

    [Fact]
    public async Task keeps_its_orchestrations_until_they_end()
    {
        await using LocalHostUnderTest host = new(Replaced, store.Open);
        HubSight hub = new(host.Tables);
        await hub.Look(Cancel);
        IReadOnlyList<Seen> found = hub.All;

        _ = await host.Live(Life.Sample.After(Replaced), () => hub.Look(Cancel), Cancel);

        found.Count(seen => seen is { Status: "Running", HasHistory: true }).Should().Be(4, "four items are open");
        found.Where(seen => seen.Status == "Pending").Select(seen => seen.Id).Should().Equal("post.representative-2.202006090100");
        hub.All.Should().NotContain(seen => seen.Status == "Failed");
        hub.All.Where(seen => found.Any(before => before.Id == seen.Id)).Should().HaveSameCount(found, "none was started anew").And
            .OnlyContain(seen => seen.Status == "Completed");
    }

    [Fact]
    public async Task takes_what_it_holds_for_the_same_when_it_comes_again()
    {
        await using LocalHostUnderTest host = new(Replaced, store.Open);

        await host.Start(Cancel);
        using StringContent again = new(await File.ReadAllTextAsync(register, Cancel), Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await host.Http.PostAsync("/api/registers", again, Cancel);

        ((int)answer.StatusCode).Should().Be(200, await answer.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>The default plan as that version shipped it (law 9): what was accepted then goes on by it.</summary>
    private static async Task KeepFirstPlan(LocalHostUnderTest host)
    {
        TableClients tables = new(new ConfigurationBuilder().AddInMemoryCollection(AppSettings.All).Build(), host.Tables);
        _ = await tables.Plans.CreateIfNotExistsAsync(Cancel);
        TableEntity first = new(TableKeys.Register, DefaultPlan.Id) { ["Current"] = true };
        _ = await tables.Plans.AddEntityAsync(first.With(DefaultPlan.At(1)), Cancel);
    }

    /// <summary>
    /// The old version's letters went out when their minute was over; today's wait for a second more. That second is taken from what
    /// today's says of the time in which the old one sent, and of the letter that waits by its order. What came before is not asked and not
    /// sent again.
    /// </summary>
    private static Remains AsLedBy(Remains whole, int answers)
    {
        string replaced = string.Create(CultureInfo.InvariantCulture, $"{Replaced:u}");
        return new(
            [.. whole.Answers.TakeLast(answers).Select(ASecondEarlier)],
            [.. whole.Ledger.Select(WithoutEnvelope).Select(ASecondEarlier)],
            [.. whole.Journal.Select(ASecondEarlier)],
            [.. whole.Letters.Where(letter => string.CompareOrdinal(letter, replaced) > 0).Select(ASecondEarlier)],
            [.. whole.Items.Select(ASecondEarlier)]);
    }

    /// <summary>The old version did not note where a letter went, and under which Message-ID.</summary>
    private static string WithoutEnvelope(string line)
    {
        int row = line.IndexOf('{', StringComparison.Ordinal);
        JsonObject content = JsonNode.Parse(line[row..])!.AsObject();
        if ((string?)content["at"] is { } at && DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) <= Replaced)
        {
            content.Remove("address").Should().Be(content.Remove("messageId"));
        }

        return line[..row] + content.ToJsonString(Readable);
    }

    /// <summary>The old version sealed no rows, and its register had no labels of clauses, which letters name now.</summary>
    private static Remains WithoutNews(Remains remains) => remains with
    {
        Ledger = [.. remains.Ledger.Select(line => Digest().Replace(line, ""))],
        Journal = [.. remains.Journal.Select(line => Digest().Replace(line, ""))],
        Letters = [.. remains.Letters.Select(letter => LabelInWords().Replace(letter, ""))],
    };

    private static string ASecondEarlier(string line) => AfterItsMinute().Replace(line, moment =>
        DateTimeOffset.Parse(moment.Value, CultureInfo.InvariantCulture).AddSeconds(-1) <= LastOldLetter
            ? $"{moment.Value[..^3]}00Z"
            : moment.Value);

    [GeneratedRegex(@"""label"": ""[\d.]+"",\s*")]
    private static partial Regex ClauseLabel();

    [GeneratedRegex(@"\b6\.[1-4] ?")]
    private static partial Regex LabelInWords();

    [GeneratedRegex(@",""(textDigest|digest)"":""[0-9a-f]+""")]
    private static partial Regex Digest();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:01Z")]
    private static partial Regex AfterItsMinute();
}
