using FollowUp.Plans;

namespace FollowUp.Tests.Plans;

/// <summary>Tests <see cref="Role"/>.</summary>
public sealed class A_role
{
    [Theory]
    [InlineData("owner")]
    [InlineData("supporting")]
    [InlineData("issuer")]
    [InlineData("coordinator")]
    [InlineData("liaison")]
    [InlineData("level-1")]
    [InlineData("level-9")]
    public void is_one_that_a_plan_may_speak_to(string role) => Role.IsKnown(role).Should().BeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("Owner")]
    [InlineData("level-0")]
    [InlineData("level-10")]
    [InlineData("level-1\n")]
    [InlineData("told-late")]      // the closing ladder's own word; no plan says it
    public void is_nothing_else(string role) => Role.IsKnown(role).Should().BeFalse();
}
