using System.Text.Json.Nodes;
using FollowUp.Calendars;
using FollowUp.Http;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Operations;
using FollowUp.Storage;
using FollowUp.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace FollowUp.Tests.Http;

/// <summary>
/// Tests <see cref="ItemVerb"/>, <see cref="SignForItem"/>, <see cref="ReportProgress"/>, <see cref="CompleteItem"/>,
/// <see cref="ReturnItem"/>, <see cref="ConfirmItem"/>, <see cref="WithdrawItem"/>, <see cref="ItemChange"/> and
/// <see cref="RequestedVerb"/>.
/// Also tests <see cref="ActorResolver"/>, <see cref="AskForExtension"/>, <see cref="DecideExtension"/>,
/// <see cref="HandOverItem"/> and <see cref="TimeProviderExtensions"/>.
/// </summary>
public sealed class A_verb_over_HTTP
{
    [Fact]
    public async Task is_done_by_who_may_do_it_when_it_may_be_done_and_by_nobody_else()
    {
        await using Town town = await Town.With(Papers.ItemOf());

        await Expect(403, "PUT receipt by desk", "PUT receipt by lead", "PUT completion by lead", "POST progress by first",
            "PUT confirmation by law", "POST return by law", "PUT withdrawal by law");
        await Expect(409, "PUT confirmation by lead", "POST return by lead");
        await Expect(422, "PUT receipt by nobody", "PUT receipt by O'Hara");
        await Expect(200, "PUT receipt by law", "POST progress by law", "PUT completion by law");
        await Expect(403, "PUT confirmation by desk", "POST return by desk");
        await Expect(200, "POST progress by law", "POST return by lead", "PUT completion by law", "PUT confirmation by lead");
        await Expect(409, "POST progress by law", "POST return by lead", "PUT withdrawal by desk");
        (await town.Put($"{Town.PathOf("nothing")}/receipt", Papers.By("law"))).Status.Should().Be(404);
        (await town.Put("/api/agreements/none/items/protocol/receipt", Papers.By("law"))).Status.Should().Be(404);
        (await town.Events()).Should().Equal(
            "registered", "assigned", "signed", "progress", "reported", "progress", "returned", "reported", "confirmed");

        async Task Expect(int status, params string[] calls)
        {
            foreach (string call in calls)
            {
                Answer answer = await Do(town, call);
                answer.Status.Should().Be(status, $"of {call}: {answer.Text}");
            }
        }
    }

    /// <summary>Law 15: who has a part of their own may stand in for another as well.</summary>
    [Fact]
    public async Task of_somebody_who_is_away_is_done_by_their_substitute_whatever_else_that_one_does()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        JsonObject law = Papers.PersonOf("law");
        law["absences"] = new JsonArray(new JsonObject { ["from"] = "2020-05-11", ["to"] = "2020-05-22", ["substitute"] = "desk" });

        (await Do(town, "PUT receipt by desk")).Status.Should().Be(403);
        (await town.Put("/api/people/law", law)).Status.Should().Be(200);
        (await Do(town, "PUT receipt by lead")).Status.Should().Be(403);
        (await Do(town, "PUT receipt by desk")).Status.Should().Be(200);
    }

    [Fact]
    public async Task that_is_repeated_answers_200_and_changes_nothing()
    {
        await using Town town = await Town.With(Papers.ItemOf());

        foreach (string call in new[] { "PUT receipt by law", "PUT completion by law", "POST return by lead", "PUT completion by law",
            "PUT confirmation by lead" })
        {
            Answer first = await Do(town, call);
            IReadOnlyList<string> stored = await town.Tables.Everything();
            Answer again = await Do(town, call);
            (first.Status, again.Status).Should().Be((200, 200), $"of {call}: {again.Text}");
            (await town.Tables.Everything()).Should().Equal(stored, $"of {call}");
        }
    }

    [Fact]
    public async Task that_is_refused_names_the_item_the_verb_and_the_reason()
    {
        await using Town town = await Town.With(Papers.ItemOf());

        Answer refused = await Do(town, "PUT confirmation by lead");

        (refused.Status, refused.Problem).Should().Be((409, "not-now"));
        ((string)refused.Body!["detail"]!).Should().Be("Item protocol cannot be confirmed: nobody has reported its completion.");
    }

    /// <summary>Whoever writes finds out whether it is still so; only a refusal has to be asked for.</summary>
    [Fact]
    public async Task changes_an_item_as_this_host_knows_it_without_reading_it_again()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        List<string> read = [];
        town.Wire.Before = what =>
        {
            if (what.StartsWith("GET", StringComparison.Ordinal) && what.Contains("/Agreements", StringComparison.Ordinal))
            {
                lock (read)
                {
                    read.Add(what);
                }
            }
        };

        (await Do(town, "PUT receipt by law")).Status.Should().Be(200);
        read.Should().BeEmpty();
        (await Do(town, "PUT confirmation by lead")).Status.Should().Be(409);
        read.Should().NotBeEmpty("what this host knows may be old");
    }

    [Theory]
    [InlineData("PUT receipt by law", 409)]
    [InlineData("PUT completion by law", 409)]
    [InlineData("PUT withdrawal by desk", 200)]
    public async Task that_comes_after_another_host_took_the_item_off_the_list_sees_that(string call, int status)
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-11 10:02");
        await OnAnotherHost(town, EventNames.Withdrawn, "desk", (item, by, now) => item.Withdraw(by, now, "agreed otherwise"));

        (await Do(town, call)).Status.Should().Be(status);

        (await town.Events()).Should().Equal("registered", "assigned", "notice", "withdrawn");
    }

    /// <summary>As this host knows the item, there would be nothing to confirm, and nothing new to report.</summary>
    [Fact]
    public async Task that_only_what_another_host_wrote_makes_possible_is_done()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-11 10:02");
        (await Do(town, "PUT completion by law")).Status.Should().Be(200);
        await OnAnotherHost(town, EventNames.Returned, "lead", (item, by, now) => item.SendBack(by, now, "the annex is missing"));

        (await Do(town, "PUT completion by law")).Status.Should().Be(200);
        await OnAnotherHost(town, EventNames.Returned, "lead", (item, by, now) => item.SendBack(by, now, "it still is"));
        await OnAnotherHost(town, EventNames.Reported, "law",
            (item, by, now) => item.Report(by, now, new("none", null, "here it is"), new([OfficialCalendars.Find("CN")!])));
        (await Do(town, "PUT confirmation by lead")).Status.Should().Be(200);

        (await town.Events()).Where(what => what != "notice")
            .Should().Equal("registered", "assigned", "reported", "returned", "reported", "returned", "reported", "confirmed");
    }

    [Fact]
    public async Task about_an_extension_that_was_asked_for_on_another_host_finds_it()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-11 10:02");
        await OnAnotherHost(town, EventNames.ExtensionAsked, "law",
            (item, by, now) => item.AskForExtension(by, now, new(2020, 6, 30), "the annex is being translated", max: 2));

        Answer granted =
            await town.Put($"{Town.PathOf(Papers.Item)}/extensions/1", new JsonObject { ["by"] = "lead", ["decision"] = "granted" });

        granted.Status.Should().Be(200, granted.Text);
        ((string)(await town.Item(Papers.Item))["dueOn"]!).Should().Be("2020-06-30");
    }

    private static async Task OnAnotherHost(Town town, string word, string by, Func<AgreedItem, Actor, Instant, AgreedItem> verb)
    {
        IServiceProvider services = town.Services;
        FollowUp.Storage.TableClients tables = services.GetRequiredService<FollowUp.Storage.TableClients>();
        AgreementCache cache = new();
        ItemChanger another = new(
            new AgreementStore(tables, cache), services.GetRequiredService<AgreementQueries>(), new AgreementWriter(tables, cache),
            services.GetRequiredService<DueIndex>(), services.GetRequiredService<AgreementIndex>(),
            services.GetRequiredService<TimetableInputsLoader>(),
            services.GetRequiredService<ActorResolver>(), NullLogger<ItemChanger>.Instance);
        RequestedVerb requested = new((item, actor, now, _) => verb(item, actor, now), word, _ => null);
        ItemChange change = new(Papers.Agreement, Papers.Item, by, requested, null, null, Instant.FromDateTimeOffset(town.Now));
        // Its nudge is lost, so that this host goes on knowing what it knew.
        ChangeResult changed = await another.Change(change, client: null!, TestContext.Current.CancellationToken);
        changed.IsNew.Should().BeTrue();
    }

    private static Task<Answer> Do(Town town, string call)
    {
        string[] words = call.Split(' ');
        JsonObject body = words[1] switch
        {
            "completion" => Papers.Done(words[3]),
            "progress" => new() { ["by"] = words[3], ["text"] = "Half done." },
            "return" or "withdrawal" => new() { ["by"] = words[3], ["reason"] = "The annex is missing." },
            _ => Papers.By(words[3]),
        };
        return town.Call(words[0], $"{Town.PathOf(Papers.Item)}/{words[1]}", body.ToJsonString());
    }
}
