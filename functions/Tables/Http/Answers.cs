using System.Globalization;
using System.Text;
using System.Text.Json;
using FollowUp.Tables.Rows;
using FollowUp.Tables.Store;

namespace FollowUp.Tables.Http;

/// <summary>What the service says, in the form that the client reads.</summary>
internal sealed class Answers(TimeProvider time)
{
    private const string Json = "application/json;odata=minimalmetadata;streaming=true;charset=utf-8";

    private long number;

    public static PlainResponse Done(Row? row) => new(204, "No Content", row is null ? [] : new() { { "ETag", row.ETag } }, null);

    public static PlainResponse Found(string table, Row row, IReadOnlyList<string>? select)
    {
        Headers headers = new() { { "ETag", row.ETag }, { "Content-Type", Json } };
        byte[] head = Encoding.UTF8.GetBytes($"{{\"odata.metadata\":\"https://tables/$metadata#{table}/@Element\",");
        return new(200, "OK", headers, [.. head, .. select is null ? row.Json : RowWriter.Inside(row, select)]);
    }

    public static PlainResponse Created(string table, Row row)
    {
        PlainResponse answer = Found(table, row, null);
        return new(201, "Created", new() { { "ETag", row.ETag }, { "Content-Type", Json } }, ((MemoryStream)answer.ContentStream!).ToArray());
    }

    public static PlainResponse TableCreated(string table) => new(
        201, "Created", new() { { "Content-Type", Json } },
        Encoding.UTF8.GetBytes($"{{\"odata.metadata\":\"https://tables/$metadata#Tables/@Element\",\"TableName\":\"{table}\"}}"));

    public static PlainResponse Rows(string table, Page page, IReadOnlyList<string>? select)
    {
        Headers headers = new() { { "Content-Type", Json } };
        if (page.Next is { } next)
        {
            headers.Add("x-ms-continuation-NextPartitionKey", Places.Write(next.Partition));
            headers.Add("x-ms-continuation-NextRowKey", Places.Write(next.Key));
        }

        return new(200, "OK", headers, RowList.Of(table, page.Rows, select));
    }

    public static PlainResponse Tables(IReadOnlyList<string> names, string? next)
    {
        Headers headers = new() { { "Content-Type", Json } };
        if (next is not null)
        {
            headers.Add("x-ms-continuation-NextTableName", Places.Write(next));
        }

        string list = string.Join(',', names.Select(name => $"{{\"TableName\":\"{name}\"}}"));
        return new(200, "OK", headers, Encoding.UTF8.GetBytes($"{{\"odata.metadata\":\"https://tables/$metadata#Tables\",\"value\":[{list}]}}"));
    }

    public PlainResponse Refused(Refusal refusal, TimeSpan? retryAfter = null)
    {
        Headers headers = new() { { "x-ms-error-code", refusal.Code }, { "Content-Type", Json } };
        if (retryAfter is { } wait)
        {
            headers.Add("Retry-After", Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        }

        return new(refusal.Status, refusal.Code, headers, Encoding.UTF8.GetBytes(Error(refusal, refusal.Message)));
    }

    public PlainResponse Batch(BatchOutcome outcome)
    {
        string boundary = string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref number):x8}");
        StringBuilder text = new(512);
        text.Append($"--batchresponse_{boundary}\r\nContent-Type: multipart/mixed; boundary=changesetresponse_{boundary}\r\n\r\n");
        if (outcome.Refusal is { } refusal)
        {
            Begin(text, boundary, refusal.Status, refusal.Code);
            text.Append($"Content-Type: {Json}\r\n\r\n{Error(refusal, string.Create(CultureInfo.InvariantCulture, $"{outcome.RefusedAt}:{refusal.Message}"))}\r\n");
        }

        foreach (Row? row in outcome.Rows)
        {
            Begin(text, boundary, 204, "No Content");
            text.Append(row is null ? "\r\n\r\n" : $"ETag: {row.ETag}\r\n\r\n\r\n");
        }

        text.Append($"--changesetresponse_{boundary}--\r\n--batchresponse_{boundary}--\r\n");
        return new(202, "Accepted", new() { { "Content-Type", $"multipart/mixed; boundary=batchresponse_{boundary}" } }, Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Begin(StringBuilder text, string boundary, int status, string reason) => text.Append(
        CultureInfo.InvariantCulture,
        $"--changesetresponse_{boundary}\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 {status} {reason}\r\n");

    private string Error(Refusal refusal, string message)
    {
        string whole = string.Create(CultureInfo.InvariantCulture, $"{message}\nRequestId:in-memory-{Interlocked.Increment(ref number)}\nTime:{Moments.Text(time.GetUtcNow().UtcDateTime)}");
        return $"{{\"odata.error\":{{\"code\":\"{refusal.Code}\",\"message\":{{\"lang\":\"en-US\",\"value\":\"{JsonEncodedText.Encode(whole)}\"}}}}}}";
    }
}
