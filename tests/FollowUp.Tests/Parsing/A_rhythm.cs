using FollowUp.Http.Responses;
using FollowUp.Parsing;
using FollowUp.People;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Tests.Parsing;

/// <summary>
/// How somebody takes what may wait, as callers write it and read it back. Tests <see cref="RhythmParser"/> and
/// <see cref="RhythmResponse"/>.
/// </summary>
public sealed class A_rhythm
{
    [Theory]
    [InlineData("""{"every":"at-once"}""", "at-once", null, null)]
    [InlineData("""{"every":"daily","hour":"07:30"}""", "daily", null, "07:30")]
    [InlineData("""{"every":"weekly"}""", "weekly", IsoDayOfWeek.Monday, null)]
    [InlineData("""{"every":"weekly","on":"friday","hour":"16:00"}""", "weekly", IsoDayOfWeek.Friday, "16:00")]
    public void is_read_and_written_back(string json, string every, IsoDayOfWeek? on, string? hour)
    {
        ParseContext context = new();
        Rhythm read = RhythmParser.Parse(context.ParseJson(System.Text.Encoding.UTF8.GetBytes(json)));
        context.ThrowIfFaulty();

        RhythmResponse.Of(read).Should().Be(new RhythmResponse(every, on, hour));
        System.Text.Json.JsonSerializer.Deserialize<Rhythm>(System.Text.Json.JsonSerializer.Serialize(read, Json.Options), Json.Options)
            .Should().Be(read);
    }

    [Theory]
    [InlineData("""{}""", "/every: is required")]
    [InlineData("""{"every":"monthly"}""", "/every: must be one of at-once, daily, weekly")]
    [InlineData("""{"every":"daily","on":"monday"}""", "/on: says nothing beside the rhythm daily: leave it out")]
    [InlineData("""{"every":"at-once","hour":"09:00"}""", "/hour: says nothing beside the rhythm at-once: leave it out")]
    [InlineData("""{"every":"weekly","on":"someday"}""", "/on: must be one of monday,*")]
    [InlineData("""{"every":"weekly","hour":"9"}""", "/hour: *")]
    [InlineData("""{"every":"weekly","weekday":"monday"}""", "/weekday: *")]
    public void says_what_is_wrong_with_it(string json, string fault)
    {
        ParseContext context = new();
        _ = RhythmParser.Parse(context.ParseJson(System.Text.Encoding.UTF8.GetBytes(json)));

        Action check = context.ThrowIfFaulty;
        check.Should().Throw<InvalidInputException>().Which.Faults.Select(one => $"{one.Pointer}: {one.Detail}")
            .Should().ContainSingle().Which.Should().Match(fault);
    }
}
