using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.Operations.Lists;
using FollowUp.People;
using FollowUp.Storage;
using NodaTime;

namespace FollowUp.Tests.Operations.Lists;

/// <summary>No count that does not count all. Tests <see cref="Overview"/>, <see cref="AgreementCount"/>, <see cref="Workload"/> and
/// <see cref="Sight"/>.</summary>
public sealed class One_late_item_of_ten_thousand
{
    private static readonly Instant Now = Sample.At("2020-03-02 12:00");
    private static readonly PeopleSnapshot Nobody = new("", _ => Task.FromResult<Person?>(null));
    private static readonly Shown Everything = new(_ => true, _ => true);

    [Fact]
    public async Task comes_first_and_is_counted()
    {
        Sight sight = await Sight.Of(Register(late: (57, 93)), Everything, Nobody, Now);
        Overview overview = Overview.Of(sight, sight.Find(new()));
        overview.Sections[Section.Late].Should().Be(1);
        overview.Sections.Values.Sum().Should().Be(10_000);
        overview.Agreements.Should().ContainSingle(agreement => agreement.Late == 1).Which.Id.Should().Be("minutes-57");

        Workload owner = overview.Owners.Should().ContainSingle().Subject;
        (owner.Count, owner.Open, owner.Late, owner.Waiting).Should().Be((10_000, 10_000, 1, 0));
        (owner.LastWordAt, owner.SilentSince).Should().Be((Sample.At("2020-03-02 09:00"), Sample.At("2020-03-02 09:00")));

        ListOrder order = new(ListOrder.Urgency, "en");
        Entry first = sight.Find(new()).OrderBy(entry => order.KeyOf(entry, owner => owner), StringComparer.Ordinal).First();
        (first.Item.Agreement, first.Item.Id).Should().Be(("minutes-57", "item-93"));
        sight.Find(new() { Section = Section.Late }).Should().ContainSingle();
    }

    /// <summary>
    /// Whoever asks again whether anything is different, and nothing is, gets the same answer; one report among them changes it.
    /// </summary>
    [Fact]
    public async Task changes_the_version_of_all()
    {
        async Task<string> Version((int, int) late)
        {
            Sight sight = await Sight.Of(Register(late), Everything, Nobody, Now);
            return Overview.Of(sight, sight.Find(new())).Version;
        }

        (await Version((57, 93))).Should().Be(await Version((57, 93))).And.NotBe(await Version((57, 92)));
    }

    private static List<ListedAgreement> Register((int Agreement, int Item) late)
    {
        AgreedItem sample = Sample.Item("2020-05-29", "2020-03-02 08:00") with { Receipt = new("ana", Sample.At("2020-03-02 09:00")) };
        return
        [
            .. Enumerable.Range(0, 100).Select(n => ListedAgreement.Of(
                new(new($"minutes-{n:D2}", "minutes", Sample.Day("2020-03-02"), null, new() { En = "Minutes" }, [], "chen", [], []), [], "",
                    true, new(1, $"hash-{n}")),
                [.. Enumerable.Range(0, 100).Select(i => new StoredItem(sample with
                {
                    Agreement = $"minutes-{n:D2}",
                    Id = $"item-{i:D2}",
                    DueOn = (n, i) == late ? Sample.Day("2020-02-28") : sample.DueOn,
                }, ""))])),
        ];
    }
}
