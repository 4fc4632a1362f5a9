namespace FollowUp.Board.Tests;

public sealed class The_house
{
    [Fact]
    public void stands() => 1.Should().Be(1);
}
