using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// Tests <see cref="PlanResponse"/>, <see cref="CalendarResource"/>, <see cref="PersonResource"/> and <see cref="PlanResource"/>.
/// </summary>
public sealed class Reference_data_that_is_read_and_written_back
{
    [Theory]
    [InlineData("/api/people/law")]
    [InlineData("/api/plans/default")]
    [InlineData("/api/calendars/CN")]
    public async Task is_taken_as_it_was_given_and_has_not_changed(string path)
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        Answer read = await town.Get(path);

        Answer written = await town.Put(path, read.Body!);

        written.Status.Should().Be(200, written.Text);
        written.Text.Should().Be(read.Text);
    }
}
