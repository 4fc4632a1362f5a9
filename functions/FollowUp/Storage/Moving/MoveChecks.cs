using Azure;
using Azure.Data.Tables;

namespace FollowUp.Storage.Moving;

/// <summary>Whether a move may begin, or go on: what stands against it is said before anything is written.</summary>
internal sealed class MoveChecks(StoreEnd source, StoreEnd target, TimeProvider clock)
{
    /// <summary>Every host writes a word that says nothing each minute; after three it has ended.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(3);

    /// <exception cref="MoveRefusedException">It may not.</exception>
    public async Task Demand(CancellationToken cancel)
    {
        await Marks(cancel);
        foreach (StoreEnd end in new[] { source, target }.Where(end => !end.IsAlone))
        {
            await Stillness(end, cancel);
        }
    }

    private async Task Marks(CancellationToken cancel)
    {
        MoveMark? left = await source.Tables.FindMark(cancel);
        MoveMark? came = await target.Tables.FindMark(cancel);
        string? fault = (left, came) switch
        {
            _ when source.Name == target.Name => $"{source.Name} is where it is already; name another place.",
            ({ IsGone: false }, _) =>
                $"{source.Name} is half of a move from {left.Other}: finish that one first, by the same call as before.",
            ({ IsGone: true }, not { IsGone: false }) =>
                $"What {source.Name} had was moved to {left.Other} ({left.At}). It goes on from there, and is moved on from there.",
            (_, { IsGone: true }) =>
                $"What {target.Name} had was moved to {came.Other} ({came.At}), and it holds what it was before. Name an empty place.",
            (_, { IsGone: false }) when came.Other != source.Name =>
                $"{target.Name} is half of a move from {came.Other}. Finish that one, or name an empty place.",
            (_, null) when await HoldsAnything(cancel) =>
                $"There is a store in {target.Name} already, and a move goes into an empty one. Name another place.",
            _ => null,
        };
        if (fault is not null)
        {
            throw new MoveRefusedException(fault);
        }
    }

    private async Task<bool> HoldsAnything(CancellationToken cancel)
    {
        foreach (TableClient table in target.Tables.All)
        {
            if (await CarriedRows.IsAny(table, cancel))
            {
                return true;
            }
        }

        return false;
    }

    private async Task Stillness(StoreEnd end, CancellationToken cancel)
    {
        NullableResponse<TableEntity> pulse = await end.Tables.Calendars.GetEntityIfExistsAsync<TableEntity>(
            TableKeys.Pulse, TableKeys.Pulse, cancellationToken: cancel);
        if (pulse.HasValue && clock.GetUtcNow() - pulse.Value!.Timestamp is { } since && since < Silence)
        {
            throw new MoveRefusedException(
                $"A FollowUp runs over {end.Name}: it wrote its word of each minute {Math.Max(0, (int)since.TotalSeconds)} seconds ago. "
                + $"End it, and move {(int)Silence.TotalMinutes} minutes later.");
        }
    }
}
