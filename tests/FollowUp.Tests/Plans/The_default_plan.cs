using FollowUp.Plans;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Tests.Plans;

/// <summary>Law 9: what was accepted under a revision goes on by it. Tests <see cref="DefaultPlan"/>.</summary>
public sealed class The_default_plan
{
    [Theory]
    [InlineData(1, "1b15ef86d8c19d38")]
    [InlineData(2, "151498839dfdeaed")]
    public void stays_in_each_revision_as_it_was_shipped(int revision, string hash) =>
        Fingerprints.HashOf(DefaultPlan.At(revision)).Should().StartWith(hash);

    [Fact]
    public void listens_for_silence_and_has_a_weekly_review_since_its_second_revision()
    {
        DefaultPlan.At(1).Ladder(LadderName.Silence).Should().BeNull();
        DefaultPlan.Newest.Ladder(LadderName.Silence)!.Rungs.Should().ContainSingle().Which.To.Should().Equal(Role.Coordinator);
        DefaultPlan.At(1).Review.Should().BeNull();
        DefaultPlan.Newest.Review.Should().Be(new WeeklyReview(IsoDayOfWeek.Monday));
        DefaultPlan.At(2).Should().BeSameAs(DefaultPlan.Newest);
    }
}
