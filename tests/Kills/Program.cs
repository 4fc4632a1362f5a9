using System.Globalization;
using Azure.Data.Tables;
using FollowUp.Kills;
using FollowUp.Tables;

// Writes into a store and says each write that was acknowledged, until it is killed. Kills FILE SEED
using SqliteTables tables = new(args[0], TimeProvider.System);
TableClient rows = Diary.Open(tables);
int seed = int.Parse(args[1], CultureInfo.InvariantCulture);
using StreamWriter said = new(Console.OpenStandardOutput());
Lock saying = new();
await rows.CreateIfNotExistsAsync();
await Task.WhenAll(Enumerable.Range(0, Diary.Writers).Select(Write));

async Task Write(int writer)
{
    Random random = new(seed + writer);
    for (int page = await Diary.LastPage(rows, writer) + 1; ; page++)
    {
        await rows.SubmitTransactionAsync(Diary.Page(writer, page, length: random.Next(10) == 0 ? Diary.LengthMax : random.Next(1, 2_000)));
        lock (saying)
        {
            said.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{writer} {page}{Diary.Acknowledged}"));
            said.Flush();
        }
    }
}
