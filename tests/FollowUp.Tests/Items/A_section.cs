using FollowUp.Items;
using FollowUp.Tests.Rig;
using NodaTime;

namespace FollowUp.Tests.Items;

/// <summary>
/// Each item stands under one heading, the same for whoever counts it. Tests <see cref="Sections"/> and <see cref="Section"/>.
/// </summary>
public sealed class A_section
{
    private static readonly AgreedItem Signed =
        Sample.Item("2020-05-29", "2020-03-02 08:00") with { Receipt = new("ana", Sample.At("2020-03-02 09:00")) };

    private static readonly Instant[] Moments =
    [
        .. new[] { "2020-03-05 09:00", "2020-03-12 09:00", "2020-05-01 09:00", "2020-05-29 23:59", "2020-05-30 00:00", "2020-08-01 09:00" }
            .Select(moment => Sample.At(moment)),
    ];

    /// <summary>One thing after another that can happen to an item, in each combination.</summary>
    private static IEnumerable<AgreedItem> All()
    {
        foreach (AgreedItem assigned in new[] { Signed, Signed with { Receipt = null }, Signed with { AssignedAt = null, Receipt = null } })
        {
            AgreedItem staged = assigned with { Stages = [new("draft", Sample.Day("2020-03-20"))] };
            foreach (AgreedItem item in new[] { assigned, staged })
            {
                yield return item;
                yield return item.Withdraw(new("chen"), Sample.At("2020-03-03 09:00"), "agreed otherwise");
                if (item.AssignedAt is not null)
                {
                    yield return item.Suspend(new("chen"), Sample.At("2020-03-03 09:00"), "no text");
                    AgreedItem reported = item.Report(new("ana"), Sample.At("2020-03-03 09:00"), new("none", null, "by phone"));
                    yield return reported;
                    yield return reported.SendBack(new("boris"), Sample.At("2020-03-04 09:00"), "no");
                    yield return reported.Confirm(new("boris"), Sample.At("2020-03-04 09:00"), null);
                }
            }
        }
    }

    /// <summary>The board found the sections by itself once, and everybody knows them by now.</summary>
    [Fact]
    public void is_the_one_under_which_the_board_always_had_it()
    {
        HashSet<Section> seen = [];
        foreach (AgreedItem item in All())
        {
            foreach (Instant now in Moments)
            {
                Section section = item.SectionAt(now);
                section.Word().Should().Be(BoardSections.Of(item, now), $"{item} at {now}");
                _ = seen.Add(section);
            }
        }

        seen.Should().BeEquivalentTo(Sections.All);
    }

    [Fact]
    public void of_what_is_late_comes_first() => Sections.All[0].Should().Be(Section.Late);
}
