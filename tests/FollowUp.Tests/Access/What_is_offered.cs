using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.Items;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Tests.Access.Rig;
using FollowUp.Tests.Rig;
using FollowUp.Timetables;

namespace FollowUp.Tests.Access;

/// <summary>
/// What an item tells its reader that they may do, in whose name: exactly what would not be refused. Tests <see cref="VerbOffers"/>,
/// <see cref="VerbOffer"/>, <see cref="ItemVerbNames"/> and <see cref="OfferedVerbs"/>.
/// </summary>
public sealed class What_is_offered
{
    private const string Path = "/api/agreements/minutes/items/protocol";

    private static readonly Dictionary<string, (string Method, string Path, string Body)> Calls = new()
    {
        [ItemVerbNames.Sign] = ("PUT", "receipt", ""),
        [ItemVerbNames.Progress] = ("POST", "progress", ""","text":"half" """),
        [ItemVerbNames.FinishStage] = ("PUT", "stages/draft", ""),
        [ItemVerbNames.Complete] = ("PUT", "completion", ""","evidence":{"kind":"none","note":"by phone"} """),
        [ItemVerbNames.Confirm] = ("PUT", "confirmation", ""),
        [ItemVerbNames.Return] = ("POST", "return", ""","reason":"unsigned" """),
        [ItemVerbNames.Extend] = ("POST", "extensions", ""","dueOn":"2020-07-01","reason":"the annex" """),
        [ItemVerbNames.DecideExtension] = ("PUT", "extensions/1", ""","decision":"granted" """),
        [ItemVerbNames.Reschedule] = ("PUT", "due-date", ""","dueOn":"2020-07-02","reason":"agreed so" """),
        [ItemVerbNames.HandOver] = ("PUT", "owner", ""","owner":"law-2","reason":"a new department" """),
        [ItemVerbNames.Suspend] = ("PUT", "waiting", ""","reason":"their draft" """),
        [ItemVerbNames.Ask] = ("POST", "questions", ""","text":"which annex?" """),
        [ItemVerbNames.Escalate] = ("POST", "escalations", ""","reason":"it must go up" """),
        [ItemVerbNames.Amend] = ("PUT", "wording", ""","number":"12/3" """),
        [ItemVerbNames.Withdraw] = ("PUT", "withdrawal", ""","reason":"agreed otherwise" """),
    };

    private static readonly string[] Readers = ["law", "lead", "first", "desk", "office", "auditor", "admin", "robot"];

    [Theory]
    [InlineData("", "sign progress finish-stage add-evidence complete extend ask escalate reschedule hand-over suspend amend withdraw")]
    [InlineData("completion", "sign progress finish-stage confirm return ask escalate withdraw")]
    [InlineData(
        "extensions",
        "sign progress finish-stage add-evidence complete decide-extension ask escalate reschedule hand-over suspend amend withdraw")]
    public async Task is_what_would_be_taken_and_nothing_else(string first, string possible)
    {
        await using GuardedOffice office = new();
        await office.InitializeAsync();
        foreach ((string method, string path, string body) in Calls.Values.Where(call => call.Path == first))
        {
            (await office.Send(GuardedOffice.Person("law"), method, $"{Path}/{path}", $$"""{"by":"law"{{body}}}""")).Status
                .Should().BeInRange(200, 201);
        }

        List<string> wrong = [];
        foreach (string reader in Readers)
        {
            JsonNode[] offers = [.. (await office.Get(Who(reader), Path)).Body!["verbs"]!.AsArray().Select(one => one!)];
            offers.Select(offer => (string)offer["verb"]!).Should().BeSubsetOf(possible.Split(' '));
            foreach (string verb in possible.Split(' '))
            {
                string[] names = [.. offers.Where(one => (string)one["verb"]! == verb).SelectMany(one => one["by"]!.AsArray())
                    .Select(one => (string)one!)];
                foreach (string by in new[] { "law", "law-2", "lead", "desk", "first", "office" })
                {
                    // Nothing happens, for no item has that revision: whoever might do it is told so, everybody else that they may not.
                    Answer answer = await Tried(office, reader, verb, by);
                    if ((answer.Status == 412) != names.Contains(by) || answer.Status is not (412 or 403))
                    {
                        wrong.Add($"{reader} {verb} by {by}: {answer.Status}, offered {string.Join(' ', names)}");
                    }
                }
            }
        }

        wrong.Should().BeEmpty();
    }

    private static Task<Answer> Tried(GuardedOffice office, string reader, string verb, string by)
    {
        (string, string) condition = ("If-Match", "\"0\"");
        if (verb == ItemVerbNames.AddEvidence)
        {
            StringContent file = new("Signed.", Encoding.UTF8, "text/plain");
            return office.SendContent(Who(reader), "POST", $"{Path}/evidence?name=a.txt&by={by}", file, condition);
        }

        (string method, string path, string body) = Calls[verb];
        return office.Send(Who(reader), method, $"{Path}/{path}", $$"""{"by":"{{by}}"{{body}}}""", condition);
    }

    [Fact]
    public async Task is_not_in_lists_nor_in_the_answer_to_a_change()
    {
        await using GuardedOffice office = new();
        await office.InitializeAsync();
        (await office.Get(Who("law"), "/api/items")).Text.Should().NotContain("\"verbs\"");
        (await office.Send(Who("law"), "PUT", $"{Path}/receipt", "{}")).Text.Should().NotContain("\"verbs\"");
    }

    [Theory]
    [InlineData("",
        "sign:ana progress:ana,gleb finish-stage:ana,gleb add-evidence:ana complete:ana extend:ana ask:ana,boris escalate:ana,boris,chen",
        "reschedule hand-over suspend amend withdraw")]
    [InlineData("waiting",
        "sign:ana progress:ana,gleb finish-stage:ana,gleb add-evidence:ana complete:ana ask:ana,boris escalate:ana,boris,chen",
        "hand-over resume amend withdraw")]
    [InlineData("late",
        "sign:ana progress:ana,gleb finish-stage:ana,gleb add-evidence:ana complete:ana ask:ana,boris escalate:ana,boris,chen",
        "reschedule hand-over suspend amend withdraw")]
    [InlineData("withdrawn", "", "")]
    public void to_whoever_sits_at_the_machine_is_everything_in_the_name_of_those_whose_it_is(string state, string offered, string chens)
    {
        AgreedItem item = Sample.Item("2020-03-06", "2020-03-02 08:00") with { Stages = [new("draft", Sample.Day("2020-03-04"))] };
        item = state switch
        {
            "waiting" => item.Suspend(new("chen"), Sample.At("2020-03-02 10:00"), "their draft"),
            "withdrawn" => item.Withdraw(new("chen"), Sample.At("2020-03-02 10:00"), "agreed otherwise"),
            _ => item,
        };
        Text(VerbOffers.Of(
            item, Principal.Anyone, [], Sample.At(state == "late" ? "2020-03-09 10:00" : "2020-03-02 10:00"),
                new(Plan.Default, item.DaysOf())))
            .Should().Be(string.Join(' ', chens.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(verb => $"{verb}:chen").Prepend(offered)).Trim());
    }

    [Fact]
    public void to_one_who_stands_in_is_what_whoever_is_away_may_do()
    {
        AgreedItem item = Sample.Item("2020-03-06", "2020-03-02 08:00");
        Acting[] acting = [new(Role.Owner, "ana", "hua")];
        Principal hua = Principal.Person("hua@nia.example", AccessRoles.None,
            [Sample.Person("hua"), Sample.Person("ana", absences: new Absence(Sample.Day("2020-03-01"), Sample.Day("2020-03-31"), "hua"))],
            Sample.At("2020-03-02 10:00"));
        Text(VerbOffers.Of(item, hua, acting, Sample.At("2020-03-02 10:00"), new FrozenTerms(Plan.Default, item.DaysOf())))
            .Should().Be("sign:hua progress:hua add-evidence:hua complete:hua extend:hua ask:hua escalate:hua");
    }

    private static string Text(IReadOnlyList<VerbOffer> offers) =>
        string.Join(' ', offers.Select(offer => $"{offer.Verb}:{string.Join(',', offer.By)}"));

    private static (string Name, string Value) Who(string reader) => reader == "robot" ? GuardedOffice.Robot : GuardedOffice.Person(reader);
}
