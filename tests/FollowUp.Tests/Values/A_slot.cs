using System.Globalization;
using CsCheck;
using FollowUp.Ledger;
using FollowUp.Scheduling;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Tests.Values;

/// <summary>
/// The keys of the due index, the ids of letters and the moments at which they begin are of one minute. Tests <see cref="Slot"/>.
/// </summary>
public sealed class A_slot
{
    [Fact]
    public void is_the_minute_of_a_moment_for_everybody_who_writes_or_reads_it() => Gen.Long[Unix(1600), Unix(2500)].Sample(
        second =>
        {
            Instant at = Instant.FromUnixTimeSeconds(second);
            string slot = Slot.FromInstant(at);
            slot.Should().Be(at.ToDateTimeUtc().ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture),
                "stores of all versions hold this form");
            (at >= Slot.StartOf(slot) && at < Slot.EndOf(slot)).Should().BeTrue();
            new LetterKey("ana", slot).Minute.Should().Be(Slot.StartOf(slot));
            OrchestrationStarter.StartOf(slot).Should().Be(Slot.EndOf(slot).ToDateTimeUtc().AddSeconds(1));
        },
        iter: 2_000);

    private static long Unix(int year) => Instant.FromUtc(year, 1, 1, 0, 0).ToUnixTimeSeconds();
}
