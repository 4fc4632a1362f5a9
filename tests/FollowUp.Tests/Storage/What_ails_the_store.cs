using Azure;
using FollowUp.Storage;

namespace FollowUp.Tests.Storage;

/// <summary>
/// Said in the store's own words where it has any; that it is silent, only of one that is. Tests <see cref="StoreTrouble"/>.
/// Also tests <see cref="StoreUnavailableException"/>.
/// </summary>
public sealed class What_ails_the_store
{
    [Theory]
    [InlineData("StoreDamaged", "The store's file is damaged; end FollowUp and put back a backup.", false)]
    [InlineData("StoreFull", "The disk that the store is on is full; it goes on once there is room.", true)]
    [InlineData("StoreReadOnly",
        "The store's file cannot be written, since it is read-only or was moved away; it goes on once that is mended.", true)]
    [InlineData("StoreFailing", "The disk that the store is on reports errors; see to the disk.", true)]
    [InlineData("StoreUnopened",
        "The store's file cannot be opened again; see whether it is still there, and whether too many files are open.", true)]
    [InlineData("ServerBusy", "The store does not answer; try again.", true)]
    [InlineData(null, "The store does not answer; try again.", true)]
    public void Is_said_as_the_store_names_it(string? code, string says, bool passes)
    {
        StoreUnavailableException failure =
            new(new AggregateException(new IOException("first"), new RequestFailedException(500, "last", code, null)));

        (failure.Message, failure.Trouble.Passes).Should().Be((says, passes));
        new StoreUnavailableException(failure).Message.Should().Be(says, "told again, it is the same");
    }

    [Fact]
    public void Is_silence_where_nobody_answers() =>
        new StoreUnavailableException(new IOException("reset")).Message.Should().Be("The store does not answer; try again.");
}
